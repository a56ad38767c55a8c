<?xml version="1.0" encoding="UTF-8"?>
<!--
  Names and words of the news that espeak-ng 1.52 (the voice we bundle) says wrongly, as British newsreaders say
  them, for all English: the voice puts them in its own accent.

  How it was made: the phonemes espeak-ng gives for some 3,600 names and words of newspapers were read through
  one by one (espeak_TextToPhonemes, voice gmw/en); where they are wrong, not merely another good way, the sounds
  were written here from knowledge. No list was copied. tests/speech/test_pronunciations.py holds that every entry
  changes what is heard and that its sounds come out of the voice as they are written, tests/text/test_lexicon.py
  that no spoken form changes. Words in small letters have a twin for the head of a sentence; plurals in -s and the
  possessive need no entries.
-->
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en">

  <!-- China, Taiwan and Hong Kong -->
  <lexeme><grapheme>Xi</grapheme><phoneme>ʃiː</phoneme></lexeme>
  <lexeme><grapheme>Xi'an</grapheme><phoneme>ʃiːˈæn</phoneme></lexeme>
  <lexeme><grapheme>Li</grapheme><phoneme>liː</phoneme></lexeme>
  <lexeme><grapheme>Li Keqiang</grapheme><phoneme>liː kəˈtʃjæŋ</phoneme></lexeme>
  <lexeme><grapheme>Li Qiang</grapheme><phoneme>liː ˈtʃjæŋ</phoneme></lexeme>
  <lexeme><grapheme>Jiabao</grapheme><phoneme>dʒjɑːˈbaʊ</phoneme></lexeme>
  <lexeme><grapheme>Xiaoping</grapheme><phoneme>ʃaʊˈpɪŋ</phoneme></lexeme>
  <lexeme><grapheme>Deng Xiaoping</grapheme><phoneme>dʌŋ ʃaʊˈpɪŋ</phoneme></lexeme>
  <lexeme><grapheme>Zedong</grapheme><phoneme>dzəˈdɒŋ</phoneme></lexeme>
  <lexeme><grapheme>Zhou</grapheme><phoneme>dʒəʊ</phoneme></lexeme>
  <lexeme><grapheme>Zhao</grapheme><phoneme>dʒaʊ</phoneme></lexeme>
  <lexeme><grapheme>Zhang</grapheme><phoneme>dʒæŋ</phoneme></lexeme>
  <lexeme><grapheme>Zheng</grapheme><phoneme>dʒʌŋ</phoneme></lexeme>
  <lexeme><grapheme>Zhu</grapheme><phoneme>dʒuː</phoneme></lexeme>
  <lexeme><grapheme>Xu</grapheme><phoneme>ʃuː</phoneme></lexeme>
  <lexeme><grapheme>Xia</grapheme><phoneme>ʃjɑː</phoneme></lexeme>
  <lexeme><grapheme>Xiao</grapheme><phoneme>ʃaʊ</phoneme></lexeme>
  <lexeme><grapheme>Xilai</grapheme><phoneme>ʃiːˈlaɪ</phoneme></lexeme>
  <lexeme><grapheme>Qin</grapheme><phoneme>tʃɪn</phoneme></lexeme>
  <lexeme><grapheme>Qian</grapheme><phoneme>tʃjɛn</phoneme></lexeme>
  <lexeme><grapheme>Cao</grapheme><phoneme>tsaʊ</phoneme></lexeme>
  <lexeme><grapheme>Hsu</grapheme><phoneme>ʃuː</phoneme></lexeme>
  <lexeme><grapheme>Wang</grapheme><phoneme>wæŋ</phoneme></lexeme>
  <lexeme><grapheme>Wong</grapheme><phoneme>wɒŋ</phoneme></lexeme>
  <lexeme><grapheme>Guangzhou</grapheme><phoneme>ɡwæŋˈdʒəʊ</phoneme></lexeme>
  <lexeme><grapheme>Guangxi</grapheme><phoneme>ɡwæŋˈʃiː</phoneme></lexeme>
  <lexeme><grapheme>Guizhou</grapheme><phoneme>ɡweɪˈdʒəʊ</phoneme></lexeme>
  <lexeme><grapheme>Hangzhou</grapheme><phoneme>hæŋˈdʒəʊ</phoneme></lexeme>
  <lexeme><grapheme>Suzhou</grapheme><phoneme>suːˈdʒəʊ</phoneme></lexeme>
  <lexeme><grapheme>Zhengzhou</grapheme><phoneme>dʒʌŋˈdʒəʊ</phoneme></lexeme>
  <lexeme><grapheme>Fuzhou</grapheme><phoneme>fuːˈdʒəʊ</phoneme></lexeme>
  <lexeme><grapheme>Zhejiang</grapheme><phoneme>dʒəˈdʒjæŋ</phoneme></lexeme>
  <lexeme><grapheme>Jiangxi</grapheme><phoneme>dʒjæŋˈʃiː</phoneme></lexeme>
  <lexeme><grapheme>Xinjiang</grapheme><phoneme>ʃɪnˈdʒjæŋ</phoneme></lexeme>
  <lexeme><grapheme>Xiamen</grapheme><phoneme>ʃjɑːˈmɛn</phoneme></lexeme>
  <lexeme><grapheme>Qingdao</grapheme><phoneme>tʃɪŋˈdaʊ</phoneme></lexeme>
  <lexeme><grapheme>Xinhua</grapheme><phoneme>ʃɪnˈhwɑː</phoneme></lexeme>
  <lexeme><grapheme>Qinghai</grapheme><phoneme>tʃɪŋˈhaɪ</phoneme></lexeme>
  <lexeme><grapheme>Chongqing</grapheme><phoneme>tʃʊŋˈtʃɪŋ</phoneme></lexeme>
  <lexeme><grapheme>Sichuan</grapheme><phoneme>sɪˈtʃwɑːn</phoneme></lexeme>
  <lexeme><grapheme>Chengdu</grapheme><phoneme>tʃʌŋˈduː</phoneme></lexeme>
  <lexeme><grapheme>Shenzhen</grapheme><phoneme>ʃɛnˈdʒɛn</phoneme></lexeme>
  <lexeme><grapheme>Hubei</grapheme><phoneme>huːˈbeɪ</phoneme></lexeme>
  <lexeme><grapheme>Hebei</grapheme><phoneme>həˈbeɪ</phoneme></lexeme>
  <lexeme><grapheme>Macau</grapheme><grapheme>Macao</grapheme><phoneme>məˈkaʊ</phoneme></lexeme>
  <lexeme><grapheme>Henan</grapheme><phoneme>həˈnæn</phoneme></lexeme>
  <lexeme><grapheme>Hainan</grapheme><phoneme>haɪˈnæn</phoneme></lexeme>
  <lexeme><grapheme>Heilongjiang</grapheme><phoneme>ˌheɪlʊŋˈdʒjæŋ</phoneme></lexeme>
  <lexeme><grapheme>Shaanxi</grapheme><phoneme>ʃɑːnˈʃiː</phoneme></lexeme>
  <lexeme><grapheme>Shanxi</grapheme><phoneme>ʃænˈʃiː</phoneme></lexeme>
  <lexeme><grapheme>Yunnan</grapheme><phoneme>juːˈnæn</phoneme></lexeme>
  <lexeme><grapheme>Ningxia</grapheme><phoneme>nɪŋˈʃjɑː</phoneme></lexeme>
  <lexeme><grapheme>Urumqi</grapheme><phoneme>ʊˈrʊmtʃi</phoneme></lexeme>
  <lexeme><grapheme>Kaohsiung</grapheme><phoneme>ˌkaʊˈʃʊŋ</phoneme></lexeme>
  <lexeme><grapheme>Uyghur</grapheme><grapheme>Uighur</grapheme><phoneme>ˈwiːɡə</phoneme></lexeme>
  <lexeme><grapheme>Zhongnanhai</grapheme><phoneme>ˌdʒʊŋnænˈhaɪ</phoneme></lexeme>
  <lexeme><grapheme>Qing</grapheme><phoneme>tʃɪŋ</phoneme></lexeme>
  <lexeme><grapheme>Huawei</grapheme><phoneme>ˈhwɑːweɪ</phoneme></lexeme>
  <lexeme><grapheme>Xiaomi</grapheme><phoneme>ˈʃaʊmi</phoneme></lexeme>
  <lexeme><grapheme>Baidu</grapheme><phoneme>baɪˈduː</phoneme></lexeme>
  <lexeme><grapheme>Weibo</grapheme><phoneme>ˈweɪbəʊ</phoneme></lexeme>
  <lexeme><grapheme>Shein</grapheme><phoneme>ʃiːˈɪn</phoneme></lexeme>
  <lexeme><grapheme>Pinduoduo</grapheme><phoneme>ˌpɪndwɔːˈdwɔː</phoneme></lexeme>
  <lexeme><grapheme>renminbi</grapheme><grapheme>Renminbi</grapheme><phoneme>ˌrɛnmɪnˈbiː</phoneme></lexeme>
  <lexeme><grapheme>hukou</grapheme><grapheme>Hukou</grapheme><phoneme>ˈhuːkəʊ</phoneme></lexeme>
  <lexeme><grapheme>gaokao</grapheme><grapheme>Gaokao</grapheme><phoneme>ˈɡaʊkaʊ</phoneme></lexeme>
  <lexeme><grapheme>guanxi</grapheme><grapheme>Guanxi</grapheme><phoneme>ɡwænˈʃiː</phoneme></lexeme>
  <lexeme><grapheme>feng shui</grapheme><grapheme>Feng shui</grapheme><phoneme>ˌfʌŋ ˈʃweɪ</phoneme></lexeme>
  <lexeme><grapheme>Lai Ching-te</grapheme><phoneme>ˌlaɪ tʃɪŋˈdə</phoneme></lexeme>
  <lexeme><grapheme>Ai Weiwei</grapheme><phoneme>ˌaɪ weɪˈweɪ</phoneme></lexeme>

  <!-- Korea -->
  <lexeme><grapheme>Kim Jong-un</grapheme><grapheme>Kim Jong Un</grapheme><phoneme>ˌkɪm dʒɒŋˈʊn</phoneme></lexeme>
  <lexeme><grapheme>Jong-un</grapheme><grapheme>Jong Un</grapheme><phoneme>dʒɒŋˈʊn</phoneme></lexeme>
  <lexeme><grapheme>Lee Jae-myung</grapheme><phoneme>ˌliː dʒeɪˈmjʌŋ</phoneme></lexeme>
  <lexeme><grapheme>Moon Jae-in</grapheme><phoneme>ˌmuːn dʒeɪˈɪn</phoneme></lexeme>
  <lexeme><grapheme>Park Geun-hye</grapheme><phoneme>ˌpɑːk ɡʌnˈheɪ</phoneme></lexeme>
  <lexeme><grapheme>Daewoo</grapheme><phoneme>ˈdeɪuː</phoneme></lexeme>
  <lexeme><grapheme>Daegu</grapheme><phoneme>ˈdeɪɡuː</phoneme></lexeme>
  <lexeme><grapheme>Jeong</grapheme><phoneme>dʒɒŋ</phoneme></lexeme>
  <lexeme><grapheme>Busan</grapheme><phoneme>buːˈsæn</phoneme></lexeme>
  <lexeme><grapheme>chaebol</grapheme><grapheme>Chaebol</grapheme><phoneme>ˈtʃeɪbɒl</phoneme></lexeme>
  <lexeme><grapheme>kimchi</grapheme><grapheme>Kimchi</grapheme><phoneme>ˈkɪmtʃi</phoneme></lexeme>

  <!-- Japan -->
  <lexeme><grapheme>Shinzo Abe</grapheme><phoneme>ˌʃɪnzəʊ ˈɑːbeɪ</phoneme></lexeme>
  <lexeme><grapheme>Takaichi</grapheme><phoneme>ˌtækaˈiːtʃi</phoneme></lexeme>
  <lexeme><grapheme>Sanae</grapheme><phoneme>ˈsænaɪ</phoneme></lexeme>
  <lexeme><grapheme>Yoshihide</grapheme><phoneme>ˌjɒʃiˈhiːdeɪ</phoneme></lexeme>
  <lexeme><grapheme>Suga</grapheme><phoneme>ˈsuːɡə</phoneme></lexeme>
  <lexeme><grapheme>Aso</grapheme><phoneme>ˈæsəʊ</phoneme></lexeme>
  <lexeme><grapheme>Shigeru</grapheme><phoneme>ʃɪˈɡɛəruː</phoneme></lexeme>
  <lexeme><grapheme>Hokkaido</grapheme><phoneme>hɒˈkaɪdəʊ</phoneme></lexeme>
  <lexeme><grapheme>Kyoto</grapheme><phoneme>kiˈəʊtəʊ</phoneme></lexeme>
  <lexeme><grapheme>Fukushima</grapheme><phoneme>ˌfuːkuːˈʃiːmə</phoneme></lexeme>
  <lexeme><grapheme>Mizuho</grapheme><phoneme>mɪˈzuːhəʊ</phoneme></lexeme>
  <lexeme><grapheme>Nomura</grapheme><phoneme>nəʊˈmʊərə</phoneme></lexeme>
  <lexeme><grapheme>Rakuten</grapheme><phoneme>ˈrækuːtɛn</phoneme></lexeme>
  <lexeme><grapheme>Daiwa</grapheme><phoneme>ˈdaɪwə</phoneme></lexeme>
  <lexeme><grapheme>Murakami</grapheme><phoneme>ˌmʊərəˈkɑːmi</phoneme></lexeme>
  <lexeme><grapheme>Hayao</grapheme><phoneme>ˈhɑːjaʊ</phoneme></lexeme>
  <lexeme><grapheme>Kuroda</grapheme><phoneme>kʊˈrəʊdə</phoneme></lexeme>
  <lexeme><grapheme>Ueda</grapheme><phoneme>uːˈeɪdə</phoneme></lexeme>
  <lexeme><grapheme>Ishiguro</grapheme><phoneme>ˌɪʃɪˈɡʊərəʊ</phoneme></lexeme>
  <lexeme><grapheme>Ginza</grapheme><phoneme>ˈɡɪnzə</phoneme></lexeme>
  <lexeme><grapheme>Komeito</grapheme><phoneme>kəʊˈmeɪtəʊ</phoneme></lexeme>
  <lexeme><grapheme>Kusama</grapheme><phoneme>kuːˈsɑːmə</phoneme></lexeme>
  <lexeme><grapheme>Hokusai</grapheme><phoneme>ˈhɒkʊsaɪ</phoneme></lexeme>
  <lexeme><grapheme>keiretsu</grapheme><grapheme>Keiretsu</grapheme><phoneme>keɪˈrɛtsuː</phoneme></lexeme>
  <lexeme><grapheme>zaibatsu</grapheme><grapheme>Zaibatsu</grapheme><phoneme>zaɪˈbætsuː</phoneme></lexeme>
  <lexeme><grapheme>umami</grapheme><grapheme>Umami</grapheme><phoneme>uːˈmɑːmi</phoneme></lexeme>
  <lexeme><grapheme>edamame</grapheme><grapheme>Edamame</grapheme><phoneme>ˌɛdəˈmɑːmeɪ</phoneme></lexeme>
  <lexeme><grapheme>sudoku</grapheme><grapheme>Sudoku</grapheme><phoneme>suːˈdəʊkuː</phoneme></lexeme>
  <lexeme><grapheme>geisha</grapheme><grapheme>Geisha</grapheme><phoneme>ˈɡeɪʃə</phoneme></lexeme>
  <lexeme><grapheme>miso</grapheme><grapheme>Miso</grapheme><phoneme>ˈmiːsəʊ</phoneme></lexeme>

  <!-- South-East Asia -->
  <lexeme><grapheme>Nguyen</grapheme><grapheme>Nguyễn</grapheme><phoneme>wɪn</phoneme></lexeme>
  <lexeme><grapheme>Ho Chi Minh</grapheme><phoneme>ˌhəʊ tʃiː ˈmɪn</phoneme></lexeme>
  <lexeme><grapheme>To Lam</grapheme><phoneme>ˌtəʊ ˈlæm</phoneme></lexeme>
  <lexeme><grapheme>Haiphong</grapheme><phoneme>haɪˈfɒŋ</phoneme></lexeme>
  <lexeme><grapheme>Hun Sen</grapheme><phoneme>ˌhʊn ˈsɛn</phoneme></lexeme>
  <lexeme><grapheme>Hun Manet</grapheme><phoneme>ˌhʊn məˈnɛt</phoneme></lexeme>
  <lexeme><grapheme>Khmer</grapheme><phoneme>kəˈmeə</phoneme></lexeme>
  <lexeme><grapheme>Khmer Rouge</grapheme><phoneme>kəˌmeə ˈruːʒ</phoneme></lexeme>
  <lexeme><grapheme>Luang Prabang</grapheme><phoneme>ˌluːæŋ prəˈbæŋ</phoneme></lexeme>
  <lexeme><grapheme>Thaksin</grapheme><phoneme>ˈtæksɪn</phoneme></lexeme>
  <lexeme><grapheme>Paetongtarn</grapheme><phoneme>ˌpeɪtɒŋˈtɑːn</phoneme></lexeme>
  <lexeme><grapheme>Prayuth</grapheme><phoneme>prəˈjuːt</phoneme></lexeme>
  <lexeme><grapheme>Srettha</grapheme><phoneme>ˈsɛtə</phoneme></lexeme>
  <lexeme><grapheme>Vajiralongkorn</grapheme><phoneme>wəˌtʃɪrəˈlɒŋkɔːn</phoneme></lexeme>
  <lexeme><grapheme>Bhumibol</grapheme><phoneme>ˈpuːmɪpɒn</phoneme></lexeme>
  <lexeme><grapheme>Phuket</grapheme><phoneme>puːˈkɛt</phoneme></lexeme>
  <lexeme><grapheme>Aung San</grapheme><phoneme>ˌaʊŋ ˈsæn</phoneme></lexeme>
  <lexeme><grapheme>Aung San Suu Kyi</grapheme><phoneme>ˌaʊŋ sæn suː ˈtʃiː</phoneme></lexeme>
  <lexeme><grapheme>Aung</grapheme><phoneme>aʊŋ</phoneme></lexeme>
  <lexeme><grapheme>Min Aung Hlaing</grapheme><phoneme>ˌmɪn aʊŋ ˈlaɪŋ</phoneme></lexeme>
  <lexeme><grapheme>Hlaing</grapheme><phoneme>laɪŋ</phoneme></lexeme>
  <lexeme><grapheme>Naypyidaw</grapheme><phoneme>ˌneɪpjɪˈdɔː</phoneme></lexeme>
  <lexeme><grapheme>Rohingya</grapheme><phoneme>rəʊˈhɪndʒə</phoneme></lexeme>
  <lexeme><grapheme>Rakhine</grapheme><phoneme>rəˈkaɪn</phoneme></lexeme>
  <lexeme><grapheme>Thein Sein</grapheme><phoneme>ˌteɪn ˈseɪn</phoneme></lexeme>
  <lexeme><grapheme>U Nu</grapheme><phoneme>ˌuː ˈnuː</phoneme></lexeme>
  <lexeme><grapheme>U Thant</grapheme><phoneme>ˌuː ˈθænt</phoneme></lexeme>
  <lexeme><grapheme>Anwar</grapheme><phoneme>ˈænwɑː</phoneme></lexeme>
  <lexeme><grapheme>Mahathir</grapheme><phoneme>məˈhɑːtɪə</phoneme></lexeme>
  <lexeme><grapheme>Najib</grapheme><phoneme>nəˈdʒiːb</phoneme></lexeme>
  <lexeme><grapheme>Kuala Lumpur</grapheme><phoneme>ˌkwɑːlə ˈlʊmpʊə</phoneme></lexeme>
  <lexeme><grapheme>Putrajaya</grapheme><phoneme>ˌpʊtrəˈdʒaɪə</phoneme></lexeme>
  <lexeme><grapheme>Johor</grapheme><phoneme>dʒəˈhɔː</phoneme></lexeme>
  <lexeme><grapheme>ringgit</grapheme><grapheme>Ringgit</grapheme><phoneme>ˈrɪŋɡɪt</phoneme></lexeme>
  <lexeme><grapheme>Hsien</grapheme><phoneme>ʃɛn</phoneme></lexeme>
  <lexeme><grapheme>Temasek</grapheme><phoneme>ˈtɛməsɛk</phoneme></lexeme>
  <lexeme><grapheme>Jokowi</grapheme><phoneme>dʒəʊˈkəʊwi</phoneme></lexeme>
  <lexeme><grapheme>Subianto</grapheme><phoneme>ˌsuːbiˈæntəʊ</phoneme></lexeme>
  <lexeme><grapheme>Bandung</grapheme><phoneme>ˈbændʊŋ</phoneme></lexeme>
  <lexeme><grapheme>Surabaya</grapheme><phoneme>ˌsʊərəˈbaɪə</phoneme></lexeme>
  <lexeme><grapheme>Aceh</grapheme><phoneme>ˈɑːtʃeɪ</phoneme></lexeme>
  <lexeme><grapheme>rupiah</grapheme><grapheme>Rupiah</grapheme><phoneme>ruːˈpiːə</phoneme></lexeme>
  <lexeme><grapheme>Sukarnoputri</grapheme><phoneme>suːˌkɑːnəʊˈpuːtri</phoneme></lexeme>
  <lexeme><grapheme>Duterte</grapheme><phoneme>duːˈteəteɪ</phoneme></lexeme>
  <lexeme><grapheme>Rodrigo</grapheme><phoneme>rɒˈdriːɡəʊ</phoneme></lexeme>
  <lexeme><grapheme>Davao</grapheme><phoneme>dəˈvaʊ</phoneme></lexeme>
  <lexeme><grapheme>Cebu</grapheme><phoneme>seɪˈbuː</phoneme></lexeme>
  <lexeme><grapheme>Luzon</grapheme><phoneme>luːˈzɒn</phoneme></lexeme>
  <lexeme><grapheme>Tagalog</grapheme><phoneme>təˈɡɑːlɒɡ</phoneme></lexeme>
  <lexeme><grapheme>Palawan</grapheme><phoneme>pəˈlɑːwən</phoneme></lexeme>
  <lexeme><grapheme>Xanana</grapheme><phoneme>ʃəˈnænə</phoneme></lexeme>
  <lexeme><grapheme>Gusmão</grapheme><grapheme>Gusmao</grapheme><phoneme>ɡuːʒˈmaʊ</phoneme></lexeme>
  <lexeme><grapheme>Timor-Leste</grapheme><phoneme>ˌtiːmɔːˈlɛsteɪ</phoneme></lexeme>
  <lexeme><grapheme>banh mi</grapheme><grapheme>bánh mì</grapheme><grapheme>Banh mi</grapheme><grapheme>Bánh mì</grapheme><phoneme>ˌbæn ˈmiː</phoneme></lexeme>

  <!-- South Asia -->
  <lexeme><grapheme>Narendra</grapheme><phoneme>nəˈrɛndrə</phoneme></lexeme>
  <lexeme><grapheme>Adityanath</grapheme><phoneme>ɑːˌdɪtjəˈnɑːt</phoneme></lexeme>
  <lexeme><grapheme>Jaishankar</grapheme><phoneme>ˈdʒaɪʃʌŋkə</phoneme></lexeme>
  <lexeme><grapheme>Sitharaman</grapheme><phoneme>ˌsiːtəˈrɑːmən</phoneme></lexeme>
  <lexeme><grapheme>Mukesh</grapheme><phoneme>mʊˈkeɪʃ</phoneme></lexeme>
  <lexeme><grapheme>Adani</grapheme><phoneme>əˈdɑːni</phoneme></lexeme>
  <lexeme><grapheme>Gautam</grapheme><phoneme>ˈɡaʊtəm</phoneme></lexeme>
  <lexeme><grapheme>Infosys</grapheme><phoneme>ˈɪnfəʊsɪs</phoneme></lexeme>
  <lexeme><grapheme>Ayodhya</grapheme><phoneme>əˈjəʊdjə</phoneme></lexeme>
  <lexeme><grapheme>Lok Sabha</grapheme><phoneme>ˌləʊk ˈsɑːbə</phoneme></lexeme>
  <lexeme><grapheme>Rajya Sabha</grapheme><phoneme>ˌrɑːdʒjə ˈsɑːbə</phoneme></lexeme>
  <lexeme><grapheme>Hindutva</grapheme><phoneme>hɪnˈdʊtvə</phoneme></lexeme>
  <lexeme><grapheme>rupee</grapheme><grapheme>Rupee</grapheme><phoneme>ruːˈpiː</phoneme></lexeme>
  <lexeme><grapheme>Aadhaar</grapheme><phoneme>ˈɑːdɑː</phoneme></lexeme>
  <lexeme><grapheme>Mahabharata</grapheme><phoneme>məˌhɑːˈbɑːrətə</phoneme></lexeme>
  <lexeme><grapheme>Brahmaputra</grapheme><phoneme>ˌbrɑːməˈpuːtrə</phoneme></lexeme>
  <lexeme><grapheme>Nawaz</grapheme><phoneme>nəˈwɑːz</phoneme></lexeme>
  <lexeme><grapheme>Sharif</grapheme><phoneme>ʃəˈriːf</phoneme></lexeme>
  <lexeme><grapheme>Mazar-i-Sharif</grapheme><phoneme>məˌzɑːriːʃəˈriːf</phoneme></lexeme>
  <lexeme><grapheme>Bhutto</grapheme><phoneme>ˈbuːtəʊ</phoneme></lexeme>
  <lexeme><grapheme>Rawalpindi</grapheme><phoneme>ˌrɑːwəlˈpɪndi</phoneme></lexeme>
  <lexeme><grapheme>Munir</grapheme><phoneme>muːˈnɪə</phoneme></lexeme>
  <lexeme><grapheme>Musharraf</grapheme><phoneme>muːˈʃærəf</phoneme></lexeme>
  <lexeme><grapheme>Chittagong</grapheme><phoneme>ˈtʃɪtəɡɒŋ</phoneme></lexeme>
  <lexeme><grapheme>Hasina</grapheme><phoneme>həˈsiːnə</phoneme></lexeme>
  <lexeme><grapheme>Kathmandu</grapheme><phoneme>ˌkætmænˈduː</phoneme></lexeme>
  <lexeme><grapheme>Thimphu</grapheme><phoneme>tɪmˈpuː</phoneme></lexeme>
  <lexeme><grapheme>Gotabaya</grapheme><phoneme>ɡəʊˈtɑːbəjə</phoneme></lexeme>
  <lexeme><grapheme>Wickremesinghe</grapheme><phoneme>ˌvɪkrəməˈsɪŋə</phoneme></lexeme>
  <lexeme><grapheme>Dissanayake</grapheme><phoneme>ˌdɪsəˈnaɪəkə</phoneme></lexeme>
  <lexeme><grapheme>Maldives</grapheme><phoneme>ˈmɔːldiːvz</phoneme></lexeme>
  <lexeme><grapheme>Malé</grapheme><phoneme>ˈmɑːleɪ</phoneme></lexeme>
  <lexeme><grapheme>Kabul</grapheme><phoneme>ˈkɑːbʊl</phoneme></lexeme>
  <lexeme><grapheme>Herat</grapheme><phoneme>hɛˈræt</phoneme></lexeme>
  <lexeme><grapheme>Ghani</grapheme><phoneme>ˈɡɑːni</phoneme></lexeme>
  <lexeme><grapheme>Virat</grapheme><phoneme>vɪˈrɑːt</phoneme></lexeme>
  <lexeme><grapheme>Kureishi</grapheme><phoneme>kʊˈreɪʃi</phoneme></lexeme>
  <lexeme><grapheme>guru</grapheme><grapheme>Guru</grapheme><phoneme>ˈɡʊruː</phoneme></lexeme>
  <lexeme><grapheme>raita</grapheme><grapheme>Raita</grapheme><phoneme>ˈraɪtə</phoneme></lexeme>
  <lexeme><grapheme>tandoori</grapheme><grapheme>Tandoori</grapheme><phoneme>tænˈdʊəri</phoneme></lexeme>

  <!-- Ukraine and Russia -->
  <lexeme><grapheme>Putin</grapheme><phoneme>ˈpuːtɪn</phoneme></lexeme>
  <lexeme><grapheme>Zelenskyy</grapheme><grapheme>Zelenskiy</grapheme><phoneme>zɛˈlɛnski</phoneme></lexeme>
  <lexeme><grapheme>Volodymyr</grapheme><phoneme>ˌvɒləˈdɪmɪə</phoneme></lexeme>
  <lexeme><grapheme>Kyiv</grapheme><phoneme>ˈkiːɪv</phoneme></lexeme>
  <lexeme><grapheme>Lviv</grapheme><phoneme>ləˈviːv</phoneme></lexeme>
  <lexeme><grapheme>Odesa</grapheme><grapheme>Odessa</grapheme><phoneme>əˈdɛsə</phoneme></lexeme>
  <lexeme><grapheme>Mariupol</grapheme><phoneme>ˌmæriˈuːpɒl</phoneme></lexeme>
  <lexeme><grapheme>Kherson</grapheme><phoneme>keəˈsɒn</phoneme></lexeme>
  <lexeme><grapheme>Donbas</grapheme><phoneme>dɒnˈbæs</phoneme></lexeme>
  <lexeme><grapheme>Luhansk</grapheme><phoneme>luːˈhænsk</phoneme></lexeme>
  <lexeme><grapheme>Bakhmut</grapheme><phoneme>bækˈmuːt</phoneme></lexeme>
  <lexeme><grapheme>Avdiivka</grapheme><phoneme>ævˈdiːɪvkə</phoneme></lexeme>
  <lexeme><grapheme>Dnipro</grapheme><phoneme>dəˈniːprəʊ</phoneme></lexeme>
  <lexeme><grapheme>Pokrovsk</grapheme><phoneme>pəˈkrɒvsk</phoneme></lexeme>
  <lexeme><grapheme>Chernobyl</grapheme><phoneme>tʃəˈnəʊbɪl</phoneme></lexeme>
  <lexeme><grapheme>Bucha</grapheme><phoneme>ˈbuːtʃə</phoneme></lexeme>
  <lexeme><grapheme>Tymoshenko</grapheme><phoneme>ˌtɪməˈʃɛŋkəʊ</phoneme></lexeme>
  <lexeme><grapheme>Zaluzhny</grapheme><grapheme>Zaluzhnyi</grapheme><phoneme>zəˈluːʒni</phoneme></lexeme>
  <lexeme><grapheme>Rada</grapheme><phoneme>ˈrɑːdə</phoneme></lexeme>
  <lexeme><grapheme>hryvnia</grapheme><grapheme>Hryvnia</grapheme><phoneme>ˈrɪvniə</phoneme></lexeme>
  <lexeme><grapheme>Maidan</grapheme><phoneme>maɪˈdɑːn</phoneme></lexeme>
  <lexeme><grapheme>Euromaidan</grapheme><phoneme>ˌjʊərəʊmaɪˈdɑːn</phoneme></lexeme>
  <lexeme><grapheme>Gerasimov</grapheme><phoneme>ɡəˈræsɪmɒv</phoneme></lexeme>
  <lexeme><grapheme>Prigozhin</grapheme><phoneme>prɪˈɡəʊʒɪn</phoneme></lexeme>
  <lexeme><grapheme>Yevgeny</grapheme><phoneme>jɛvˈɡɛni</phoneme></lexeme>
  <lexeme><grapheme>Medvedev</grapheme><phoneme>mɪdˈvjɛdɪf</phoneme></lexeme>
  <lexeme><grapheme>Mishustin</grapheme><phoneme>mɪˈʃuːstɪn</phoneme></lexeme>
  <lexeme><grapheme>Navalny</grapheme><phoneme>nəˈvælni</phoneme></lexeme>
  <lexeme><grapheme>Navalnaya</grapheme><phoneme>nəˈvælnəjə</phoneme></lexeme>
  <lexeme><grapheme>Nabiullina</grapheme><phoneme>ˌnæbiˈuːlɪnə</phoneme></lexeme>
  <lexeme><grapheme>Gorbachev</grapheme><phoneme>ˈɡɔːbətʃɒf</phoneme></lexeme>
  <lexeme><grapheme>Kaliningrad</grapheme><phoneme>kəˈlɪnɪnɡræd</phoneme></lexeme>
  <lexeme><grapheme>Novosibirsk</grapheme><phoneme>ˌnəʊvəsɪˈbɪəsk</phoneme></lexeme>
  <lexeme><grapheme>Kadyrov</grapheme><phoneme>kəˈdɪrɒv</phoneme></lexeme>
  <lexeme><grapheme>Kazan</grapheme><phoneme>kəˈzæn</phoneme></lexeme>
  <lexeme><grapheme>Sberbank</grapheme><phoneme>ˈzbɜːbæŋk</phoneme></lexeme>
  <lexeme><grapheme>Skripal</grapheme><phoneme>ˈskrɪpɑːl</phoneme></lexeme>
  <lexeme><grapheme>Wagner</grapheme><phoneme>ˈvɑːɡnə</phoneme></lexeme>
  <lexeme><grapheme>Dostoevsky</grapheme><phoneme>ˌdɒstɔɪˈɛfski</phoneme></lexeme>
  <lexeme><grapheme>Chekhov</grapheme><phoneme>ˈtʃɛkɒf</phoneme></lexeme>
  <lexeme><grapheme>Tchaikovsky</grapheme><phoneme>tʃaɪˈkɒfski</phoneme></lexeme>
  <lexeme><grapheme>Rachmaninoff</grapheme><grapheme>Rachmaninov</grapheme><phoneme>rækˈmænɪnɒf</phoneme></lexeme>
  <lexeme><grapheme>Prokofiev</grapheme><phoneme>prəˈkɒfiɛf</phoneme></lexeme>
  <lexeme><grapheme>Bulgakov</grapheme><phoneme>bʊlˈɡɑːkɒf</phoneme></lexeme>
  <lexeme><grapheme>Gergiev</grapheme><phoneme>ˈɡɛəɡiɛf</phoneme></lexeme>
  <lexeme><grapheme>perestroika</grapheme><grapheme>Perestroika</grapheme><phoneme>ˌpɛrɪˈstrɔɪkə</phoneme></lexeme>
  <lexeme><grapheme>siloviki</grapheme><grapheme>Siloviki</grapheme><phoneme>ˌsɪləvɪˈkiː</phoneme></lexeme>
  <lexeme><grapheme>nomenklatura</grapheme><grapheme>Nomenklatura</grapheme><phoneme>nəˌmɛnkləˈtjʊərə</phoneme></lexeme>
  <lexeme><grapheme>gulag</grapheme><grapheme>Gulag</grapheme><phoneme>ˈɡuːlæɡ</phoneme></lexeme>
  <lexeme><grapheme>kulak</grapheme><grapheme>Kulak</grapheme><phoneme>ˈkuːlæk</phoneme></lexeme>
  <lexeme><grapheme>apparatchik</grapheme><grapheme>Apparatchik</grapheme><phoneme>ˌæpəˈrætʃɪk</phoneme></lexeme>
  <lexeme><grapheme>commissar</grapheme><grapheme>Commissar</grapheme><phoneme>ˌkɒmɪˈsɑː</phoneme></lexeme>
  <lexeme><grapheme>oligarch</grapheme><grapheme>Oligarch</grapheme><phoneme>ˈɒlɪɡɑːk</phoneme></lexeme>
  <lexeme><grapheme>sputnik</grapheme><grapheme>Sputnik</grapheme><phoneme>ˈspʊtnɪk</phoneme></lexeme>

  <!-- Belarus, Moldova, the Caucasus and Central Asia -->
  <lexeme><grapheme>Chisinau</grapheme><grapheme>Chișinău</grapheme><grapheme>Chişinău</grapheme><phoneme>ˌkɪʃɪˈnaʊ</phoneme></lexeme>
  <lexeme><grapheme>Maia Sandu</grapheme><phoneme>ˌmaɪə ˈsænduː</phoneme></lexeme>
  <lexeme><grapheme>Tbilisi</grapheme><phoneme>təbɪˈliːsi</phoneme></lexeme>
  <lexeme><grapheme>Saakashvili</grapheme><phoneme>ˌsɑːkæʃˈviːli</phoneme></lexeme>
  <lexeme><grapheme>Ivanishvili</grapheme><phoneme>ˌɪvənɪʃˈviːli</phoneme></lexeme>
  <lexeme><grapheme>Kobakhidze</grapheme><phoneme>ˌkɒbəˈkiːdzeɪ</phoneme></lexeme>
  <lexeme><grapheme>Zourabichvili</grapheme><phoneme>ˌzʊərəbɪʃˈviːli</phoneme></lexeme>
  <lexeme><grapheme>Abkhazia</grapheme><phoneme>æbˈkɑːziə</phoneme></lexeme>
  <lexeme><grapheme>Tokayev</grapheme><phoneme>təʊˈkɑːjɛf</phoneme></lexeme>
  <lexeme><grapheme>Nazarbayev</grapheme><phoneme>ˌnæzəˈbaɪɛf</phoneme></lexeme>
  <lexeme><grapheme>Nursultan</grapheme><phoneme>ˌnʊəsʊlˈtɑːn</phoneme></lexeme>
  <lexeme><grapheme>Almaty</grapheme><phoneme>ælˈmɑːti</phoneme></lexeme>
  <lexeme><grapheme>Kazakhstan</grapheme><phoneme>ˌkæzækˈstɑːn</phoneme></lexeme>
  <lexeme><grapheme>Kyrgyzstan</grapheme><phoneme>ˌkɜːɡɪˈstɑːn</phoneme></lexeme>
  <lexeme><grapheme>Kyrgyz</grapheme><phoneme>ˈkɜːɡɪz</phoneme></lexeme>
  <lexeme><grapheme>Japarov</grapheme><phoneme>dʒæˈpɑːrɒv</phoneme></lexeme>
  <lexeme><grapheme>Sadyr</grapheme><phoneme>sæˈdɪə</phoneme></lexeme>
  <lexeme><grapheme>Mirziyoyev</grapheme><phoneme>ˌmɪəziˈjɔɪɛf</phoneme></lexeme>
  <lexeme><grapheme>Dushanbe</grapheme><phoneme>duːˈʃænbeɪ</phoneme></lexeme>
  <lexeme><grapheme>Berdymukhamedov</grapheme><phoneme>ˌbɜːdɪmuːkæˈmɛdɒv</phoneme></lexeme>

  <!-- The Nordic and Baltic countries -->
  <lexeme><grapheme>Nausėda</grapheme><grapheme>Nauseda</grapheme><phoneme>naʊˈseɪdə</phoneme></lexeme>
  <lexeme><grapheme>Niinistö</grapheme><grapheme>Niinisto</grapheme><phoneme>ˈniːnɪstɜː</phoneme></lexeme>
  <lexeme><grapheme>Kaja Kallas</grapheme><phoneme>ˌkaɪə ˈkæləs</phoneme></lexeme>
  <lexeme><grapheme>Jens</grapheme><phoneme>jɛns</phoneme></lexeme>
  <lexeme><grapheme>Jonas Gahr Støre</grapheme><grapheme>Jonas Gahr Store</grapheme><phoneme>ˌjəʊnəs ɡɑː ˈstɜːrə</phoneme></lexeme>
  <lexeme><grapheme>Gahr Støre</grapheme><grapheme>Gahr Store</grapheme><phoneme>ˌɡɑː ˈstɜːrə</phoneme></lexeme>
  <lexeme><grapheme>Støre</grapheme><phoneme>ˈstɜːrə</phoneme></lexeme>
  <lexeme><grapheme>Bergen</grapheme><phoneme>ˈbɜːɡən</phoneme></lexeme>
  <lexeme><grapheme>Aarhus</grapheme><phoneme>ˈɔːhuːs</phoneme></lexeme>
  <lexeme><grapheme>Mette</grapheme><phoneme>ˈmɛtə</phoneme></lexeme>
  <lexeme><grapheme>Magdalena</grapheme><phoneme>ˌmæɡdəˈleɪnə</phoneme></lexeme>
  <lexeme><grapheme>Ørsted</grapheme><phoneme>ˈɜːstɛd</phoneme></lexeme>
  <lexeme><grapheme>Vestager</grapheme><phoneme>ˈvɛsteɪə</phoneme></lexeme>
  <lexeme><grapheme>Hammarskjöld</grapheme><grapheme>Hammarskjold</grapheme><phoneme>ˈhæməʃəʊld</phoneme></lexeme>
  <lexeme><grapheme>Margrethe</grapheme><phoneme>mɑːˈɡreɪtə</phoneme></lexeme>
  <lexeme><grapheme>Løkke</grapheme><grapheme>Lokke</grapheme><phoneme>ˈlɜːkə</phoneme></lexeme>
  <lexeme><grapheme>Ozempic</grapheme><phoneme>əʊˈzɛmpɪk</phoneme></lexeme>
  <lexeme><grapheme>Reykjavik</grapheme><grapheme>Reykjavík</grapheme><phoneme>ˈreɪkjəvɪk</phoneme></lexeme>
  <lexeme><grapheme>Thunberg</grapheme><phoneme>ˈtuːnbɜːɡ</phoneme></lexeme>
  <lexeme><grapheme>hygge</grapheme><grapheme>Hygge</grapheme><phoneme>ˈhuːɡə</phoneme></lexeme>
  <lexeme><grapheme>Jon Fosse</grapheme><phoneme>ˌjɒn ˈfɒsə</phoneme></lexeme>

  <!-- Poland, Czechia, Slovakia and Hungary -->
  <lexeme><grapheme>Gdańsk</grapheme><phoneme>ɡəˈdænsk</phoneme></lexeme>
  <lexeme><grapheme>Łódź</grapheme><grapheme>Lodz</grapheme><phoneme>wuːtʃ</phoneme></lexeme>
  <lexeme><grapheme>Wrocław</grapheme><grapheme>Wroclaw</grapheme><phoneme>ˈvrɒtswæf</phoneme></lexeme>
  <lexeme><grapheme>Szczecin</grapheme><phoneme>ˈʃtʃɛtʃɪn</phoneme></lexeme>
  <lexeme><grapheme>Andrzej</grapheme><phoneme>ˈændʒeɪ</phoneme></lexeme>
  <lexeme><grapheme>Duda</grapheme><phoneme>ˈduːdə</phoneme></lexeme>
  <lexeme><grapheme>Kaczyński</grapheme><phoneme>kəˈtʃɪnski</phoneme></lexeme>
  <lexeme><grapheme>Jarosław Kaczyński</grapheme><grapheme>Jaroslaw Kaczynski</grapheme><phoneme>jæˌrɒswæf kəˈtʃɪnski</phoneme></lexeme>
  <lexeme><grapheme>Lech Kaczyński</grapheme><grapheme>Lech Kaczynski</grapheme><phoneme>ˌlɛk kəˈtʃɪnski</phoneme></lexeme>
  <lexeme><grapheme>Jarosław</grapheme><grapheme>Jaroslaw</grapheme><phoneme>jæˈrɒswæf</phoneme></lexeme>
  <lexeme><grapheme>Mateusz</grapheme><phoneme>mæˈteɪʊʃ</phoneme></lexeme>
  <lexeme><grapheme>Morawiecki</grapheme><phoneme>ˌmɒrəˈvjɛtski</phoneme></lexeme>
  <lexeme><grapheme>Radosław</grapheme><grapheme>Radoslaw</grapheme><phoneme>ræˈdɒswæf</phoneme></lexeme>
  <lexeme><grapheme>Nawrocki</grapheme><phoneme>næˈvrɒtski</phoneme></lexeme>
  <lexeme><grapheme>Trzaskowski</grapheme><phoneme>tʃəˈskɒfski</phoneme></lexeme>
  <lexeme><grapheme>Lech Wałęsa</grapheme><grapheme>Lech Walesa</grapheme><phoneme>ˌlɛk vəˈwɛnsə</phoneme></lexeme>
  <lexeme><grapheme>Wałęsa</grapheme><grapheme>Walesa</grapheme><phoneme>vəˈwɛnsə</phoneme></lexeme>
  <lexeme><grapheme>Solidarność</grapheme><phoneme>ˌsɒlɪˈdɑːnɒʃtʃ</phoneme></lexeme>
  <lexeme><grapheme>Wojtyła</grapheme><grapheme>Wojtyla</grapheme><phoneme>vɔɪˈtɪwə</phoneme></lexeme>
  <lexeme><grapheme>Sejm</grapheme><phoneme>seɪm</phoneme></lexeme>
  <lexeme><grapheme>Tokarczuk</grapheme><phoneme>təˈkɑːtʃʊk</phoneme></lexeme>
  <lexeme><grapheme>Brzezinski</grapheme><phoneme>brəˈzɪnski</phoneme></lexeme>
  <lexeme><grapheme>Brno</grapheme><phoneme>ˈbɜːnəʊ</phoneme></lexeme>
  <lexeme><grapheme>Petr Pavel</grapheme><phoneme>ˌpɛtə ˈpævəl</phoneme></lexeme>
  <lexeme><grapheme>Pavel</grapheme><phoneme>ˈpævəl</phoneme></lexeme>
  <lexeme><grapheme>Fiala</grapheme><phoneme>ˈfiːələ</phoneme></lexeme>
  <lexeme><grapheme>Andrej Babiš</grapheme><grapheme>Andrej Babis</grapheme><phoneme>ˌændreɪ ˈbæbɪʃ</phoneme></lexeme>
  <lexeme><grapheme>Václav</grapheme><grapheme>Vaclav</grapheme><phoneme>ˈvɑːtslæf</phoneme></lexeme>
  <lexeme><grapheme>Havel</grapheme><phoneme>ˈhɑːvəl</phoneme></lexeme>
  <lexeme><grapheme>Dvořák</grapheme><phoneme>ˈdvɔːʒæk</phoneme></lexeme>
  <lexeme><grapheme>Janáček</grapheme><grapheme>Janacek</grapheme><phoneme>ˈjænətʃɛk</phoneme></lexeme>
  <lexeme><grapheme>Smetana</grapheme><phoneme>ˈsmɛtənə</phoneme></lexeme>
  <lexeme><grapheme>Fico</grapheme><phoneme>ˈfiːtsəʊ</phoneme></lexeme>
  <lexeme><grapheme>Čaputová</grapheme><grapheme>Caputova</grapheme><phoneme>ˈtʃæpʊtəvə</phoneme></lexeme>
  <lexeme><grapheme>Orbán</grapheme><phoneme>ˈɔːbæn</phoneme></lexeme>
  <lexeme><grapheme>Viktor Orbán</grapheme><grapheme>Viktor Orban</grapheme><phoneme>ˌvɪktər ˈɔːbæn</phoneme></lexeme>
  <lexeme><grapheme>Fidesz</grapheme><phoneme>ˈfiːdɛs</phoneme></lexeme>
  <lexeme><grapheme>Péter Magyar</grapheme><grapheme>Peter Magyar</grapheme><phoneme>ˌpeɪtə ˈmɒdjɑː</phoneme></lexeme>
  <lexeme><grapheme>Tisza</grapheme><phoneme>ˈtɪsə</phoneme></lexeme>
  <lexeme><grapheme>Szijjártó</grapheme><grapheme>Szijjarto</grapheme><phoneme>ˈsiːjɑːtəʊ</phoneme></lexeme>
  <lexeme><grapheme>Jobbik</grapheme><phoneme>ˈjɒbɪk</phoneme></lexeme>
  <lexeme><grapheme>Liszt</grapheme><phoneme>lɪst</phoneme></lexeme>
  <lexeme><grapheme>Ferenc</grapheme><phoneme>ˈfɛrɛnts</phoneme></lexeme>
  <lexeme><grapheme>Puskás</grapheme><grapheme>Puskas</grapheme><phoneme>ˈpʊʃkæʃ</phoneme></lexeme>

  <!-- Romania and the Balkans -->
  <lexeme><grapheme>Cluj</grapheme><phoneme>kluːʒ</phoneme></lexeme>
  <lexeme><grapheme>Timișoara</grapheme><grapheme>Timişoara</grapheme><grapheme>Timisoara</grapheme><phoneme>ˌtɪmɪˈʃwɑːrə</phoneme></lexeme>
  <lexeme><grapheme>Iohannis</grapheme><phoneme>jəʊˈhænɪs</phoneme></lexeme>
  <lexeme><grapheme>Radev</grapheme><phoneme>ˈrɑːdɛv</phoneme></lexeme>
  <lexeme><grapheme>Ceaușescu</grapheme><grapheme>Ceauşescu</grapheme><grapheme>Ceausescu</grapheme><phoneme>tʃaʊˈʃɛskuː</phoneme></lexeme>
  <lexeme><grapheme>Nicușor</grapheme><grapheme>Nicusor</grapheme><phoneme>ˌnɪkuːˈʃɔː</phoneme></lexeme>
  <lexeme><grapheme>Georgescu</grapheme><phoneme>dʒɔːˈdʒɛskuː</phoneme></lexeme>
  <lexeme><grapheme>Călin</grapheme><grapheme>Calin</grapheme><phoneme>kəˈliːn</phoneme></lexeme>
  <lexeme><grapheme>Ciolacu</grapheme><phoneme>tʃɒˈlɑːkuː</phoneme></lexeme>
  <lexeme><grapheme>Vučić</grapheme><grapheme>Vucic</grapheme><phoneme>ˈvuːtʃɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Milošević</grapheme><grapheme>Milosevic</grapheme><phoneme>mɪˈlɒʃəvɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Thaçi</grapheme><grapheme>Thaci</grapheme><phoneme>ˈθɑːtʃi</phoneme></lexeme>
  <lexeme><grapheme>Srebrenica</grapheme><phoneme>ˌsrɛbrəˈniːtsə</phoneme></lexeme>
  <lexeme><grapheme>Republika Srpska</grapheme><phoneme>rɪˌpʊblɪkə ˈsɜːpskə</phoneme></lexeme>
  <lexeme><grapheme>Srpska</grapheme><phoneme>ˈsɜːpskə</phoneme></lexeme>
  <lexeme><grapheme>Karadžić</grapheme><grapheme>Karadzic</grapheme><phoneme>ˈkærədʒɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Mladić</grapheme><grapheme>Mladic</grapheme><phoneme>ˈmlædɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Plenković</grapheme><grapheme>Plenkovic</grapheme><phoneme>ˈplɛŋkəvɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Djokovic</grapheme><grapheme>Đoković</grapheme><phoneme>ˈdʒɒkəvɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Dončić</grapheme><grapheme>Doncic</grapheme><phoneme>ˈdɒntʃɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Modrić</grapheme><grapheme>Modric</grapheme><phoneme>ˈmɒdrɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Jokić</grapheme><grapheme>Jokic</grapheme><phoneme>ˈjɒkɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Ibrahimović</grapheme><grapheme>Ibrahimovic</grapheme><phoneme>ˌɪbrəˈhɪməvɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Janša</grapheme><phoneme>ˈjænʃə</phoneme></lexeme>
  <lexeme><grapheme>Žižek</grapheme><grapheme>Zizek</grapheme><phoneme>ˈʒiːʒɛk</phoneme></lexeme>
  <lexeme><grapheme>Slavoj</grapheme><phoneme>ˈslævɔɪ</phoneme></lexeme>
  <lexeme><grapheme>Podgorica</grapheme><phoneme>ˌpɒdɡəˈriːtsə</phoneme></lexeme>
  <lexeme><grapheme>Đukanović</grapheme><grapheme>Djukanovic</grapheme><phoneme>dʒuːˈkænəvɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Hoxha</grapheme><phoneme>ˈhɒdʒə</phoneme></lexeme>
  <lexeme><grapheme>Herzegovina</grapheme><phoneme>ˌhɜːtsəɡəˈviːnə</phoneme></lexeme>

  <!-- Greece, Cyprus and Turkey -->
  <lexeme><grapheme>Thessaloniki</grapheme><phoneme>ˌθɛsələˈniːki</phoneme></lexeme>
  <lexeme><grapheme>Papandreou</grapheme><phoneme>ˌpæpənˈdreɪuː</phoneme></lexeme>
  <lexeme><grapheme>Piraeus</grapheme><phoneme>paɪˈriːəs</phoneme></lexeme>
  <lexeme><grapheme>Anastasiades</grapheme><phoneme>ˌænəstæsiˈɑːdɪs</phoneme></lexeme>
  <lexeme><grapheme>Christodoulides</grapheme><phoneme>ˌkrɪstəduːˈliːdɪs</phoneme></lexeme>
  <lexeme><grapheme>Erdoğan</grapheme><grapheme>Erdogan</grapheme><phoneme>ˈeədəwɑːn</phoneme></lexeme>
  <lexeme><grapheme>Recep</grapheme><phoneme>ˈrɛdʒɛp</phoneme></lexeme>
  <lexeme><grapheme>Tayyip</grapheme><phoneme>taɪˈiːp</phoneme></lexeme>
  <lexeme><grapheme>İmamoğlu</grapheme><grapheme>Imamoğlu</grapheme><grapheme>Imamoglu</grapheme><phoneme>ɪˈmɑːməʊluː</phoneme></lexeme>
  <lexeme><grapheme>Kılıçdaroğlu</grapheme><grapheme>Kilicdaroglu</grapheme><phoneme>ˌkɪlɪtʃˈdɑːrəʊluː</phoneme></lexeme>
  <lexeme><grapheme>Davutoğlu</grapheme><grapheme>Davutoglu</grapheme><phoneme>dəˈvuːtəʊluː</phoneme></lexeme>
  <lexeme><grapheme>Fethullah</grapheme><phoneme>ˈfɛtʊlɑː</phoneme></lexeme>
  <lexeme><grapheme>Gülen</grapheme><grapheme>Gulen</grapheme><phoneme>ɡuːˈlɛn</phoneme></lexeme>
  <lexeme><grapheme>Demirtaş</grapheme><grapheme>Demirtas</grapheme><phoneme>ˈdɛmɪətɑːʃ</phoneme></lexeme>
  <lexeme><grapheme>Öcalan</grapheme><grapheme>Ocalan</grapheme><phoneme>ˈɜːdʒəlæn</phoneme></lexeme>
  <lexeme><grapheme>Atatürk</grapheme><phoneme>ˈætətɜːk</phoneme></lexeme>
  <lexeme><grapheme>Türkiye</grapheme><grapheme>Turkiye</grapheme><phoneme>ˈtɜːkɪjeɪ</phoneme></lexeme>
  <lexeme><grapheme>Ankara</grapheme><phoneme>ˈæŋkərə</phoneme></lexeme>
  <lexeme><grapheme>Hagia Sophia</grapheme><phoneme>ˌhaɪə səˈfiːə</phoneme></lexeme>

  <!-- Germany, Austria, Switzerland and the Low Countries -->
  <lexeme><grapheme>Scholz</grapheme><phoneme>ʃɒlts</phoneme></lexeme>
  <lexeme><grapheme>Friedrich</grapheme><phoneme>ˈfriːdrɪk</phoneme></lexeme>
  <lexeme><grapheme>Merz</grapheme><phoneme>meəts</phoneme></lexeme>
  <lexeme><grapheme>Annalena</grapheme><phoneme>ˌænəˈleɪnə</phoneme></lexeme>
  <lexeme><grapheme>Habeck</grapheme><phoneme>ˈhɑːbɛk</phoneme></lexeme>
  <lexeme><grapheme>Weidel</grapheme><phoneme>ˈvaɪdəl</phoneme></lexeme>
  <lexeme><grapheme>Höcke</grapheme><phoneme>ˈhɜːkə</phoneme></lexeme>
  <lexeme><grapheme>Wagenknecht</grapheme><phoneme>ˈvɑːɡənknɛxt</phoneme></lexeme>
  <lexeme><grapheme>Steinmeier</grapheme><phoneme>ˈʃtaɪnmaɪə</phoneme></lexeme>
  <lexeme><grapheme>Klingbeil</grapheme><phoneme>ˈklɪŋbaɪl</phoneme></lexeme>
  <lexeme><grapheme>Wadephul</grapheme><phoneme>ˈvɑːdəfuːl</phoneme></lexeme>
  <lexeme><grapheme>von der Leyen</grapheme><grapheme>Von der Leyen</grapheme><phoneme>ˌfɒn deə ˈlaɪən</phoneme></lexeme>
  <lexeme><grapheme>Schäuble</grapheme><phoneme>ˈʃɔɪblə</phoneme></lexeme>
  <lexeme><grapheme>Bundestag</grapheme><phoneme>ˈbʊndəstɑːɡ</phoneme></lexeme>
  <lexeme><grapheme>Bundesrat</grapheme><phoneme>ˈbʊndəsrɑːt</phoneme></lexeme>
  <lexeme><grapheme>Bundesbank</grapheme><phoneme>ˈbʊndəsbæŋk</phoneme></lexeme>
  <lexeme><grapheme>Bundeswehr</grapheme><phoneme>ˈbʊndəsveə</phoneme></lexeme>
  <lexeme><grapheme>Bundesliga</grapheme><phoneme>ˈbʊndəsliːɡə</phoneme></lexeme>
  <lexeme><grapheme>Reichstag</grapheme><phoneme>ˈraɪkstɑːɡ</phoneme></lexeme>
  <lexeme><grapheme>Luftwaffe</grapheme><phoneme>ˈlʊftvæfə</phoneme></lexeme>
  <lexeme><grapheme>Stasi</grapheme><phoneme>ˈʃtɑːzi</phoneme></lexeme>
  <lexeme><grapheme>Goebbels</grapheme><phoneme>ˈɡɜːbəlz</phoneme></lexeme>
  <lexeme><grapheme>Goering</grapheme><phoneme>ˈɡɜːrɪŋ</phoneme></lexeme>
  <lexeme><grapheme>Führer</grapheme><phoneme>ˈfjʊərə</phoneme></lexeme>
  <lexeme><grapheme>Alternative für Deutschland</grapheme><phoneme>ælˌtɜːnəˈtiːvə fʊə ˈdɔɪtʃlænt</phoneme></lexeme>
  <lexeme><grapheme>Deutsche</grapheme><phoneme>ˈdɔɪtʃə</phoneme></lexeme>
  <lexeme><grapheme>Bayern</grapheme><phoneme>ˈbaɪən</phoneme></lexeme>
  <lexeme><grapheme>Thyssenkrupp</grapheme><grapheme>ThyssenKrupp</grapheme><phoneme>ˈtɪsənkrʊp</phoneme></lexeme>
  <lexeme><grapheme>Rheinmetall</grapheme><phoneme>ˈraɪnmətæl</phoneme></lexeme>
  <lexeme><grapheme>Lufthansa</grapheme><phoneme>lʊftˈhænzə</phoneme></lexeme>
  <lexeme><grapheme>Aldi</grapheme><phoneme>ˈældi</phoneme></lexeme>
  <lexeme><grapheme>Der Spiegel</grapheme><phoneme>ˌdeə ˈʃpiːɡəl</phoneme></lexeme>
  <lexeme><grapheme>Die Zeit</grapheme><phoneme>ˌdiː ˈtsaɪt</phoneme></lexeme>
  <lexeme><grapheme>Zeitung</grapheme><phoneme>ˈtsaɪtʊŋ</phoneme></lexeme>
  <lexeme><grapheme>Frankfurter Allgemeine</grapheme><phoneme>ˌfræŋkfɜːtər ˈælɡəmaɪnə</phoneme></lexeme>
  <lexeme><grapheme>Süddeutsche</grapheme><phoneme>ˈzuːtdɔɪtʃə</phoneme></lexeme>
  <lexeme><grapheme>Mittelstand</grapheme><phoneme>ˈmɪtəlʃtænt</phoneme></lexeme>
  <lexeme><grapheme>Energiewende</grapheme><phoneme>ˌɛnəˈɡiːvɛndə</phoneme></lexeme>
  <lexeme><grapheme>Zeitenwende</grapheme><phoneme>ˈtsaɪtənvɛndə</phoneme></lexeme>
  <lexeme><grapheme>schadenfreude</grapheme><grapheme>Schadenfreude</grapheme><phoneme>ˈʃɑːdənfrɔɪdə</phoneme></lexeme>
  <lexeme><grapheme>Weltanschauung</grapheme><phoneme>ˈvɛltænʃaʊʊŋ</phoneme></lexeme>
  <lexeme><grapheme>realpolitik</grapheme><grapheme>Realpolitik</grapheme><phoneme>reɪˈɑːlpɒlɪtiːk</phoneme></lexeme>
  <lexeme><grapheme>wunderkind</grapheme><grapheme>Wunderkind</grapheme><phoneme>ˈvʊndəkɪnd</phoneme></lexeme>
  <lexeme><grapheme>Ostpolitik</grapheme><phoneme>ˈɒstpɒlɪtiːk</phoneme></lexeme>
  <lexeme><grapheme>Lebensraum</grapheme><phoneme>ˈleɪbənzraʊm</phoneme></lexeme>
  <lexeme><grapheme>putsch</grapheme><grapheme>Putsch</grapheme><phoneme>pʊtʃ</phoneme></lexeme>
  <lexeme><grapheme>blitzkrieg</grapheme><grapheme>Blitzkrieg</grapheme><phoneme>ˈblɪtskriːɡ</phoneme></lexeme>
  <lexeme><grapheme>leitmotif</grapheme><grapheme>leitmotiv</grapheme><grapheme>Leitmotif</grapheme><grapheme>Leitmotiv</grapheme><phoneme>ˈlaɪtməʊtiːf</phoneme></lexeme>
  <lexeme><grapheme>dachshund</grapheme><grapheme>Dachshund</grapheme><phoneme>ˈdæksənd</phoneme></lexeme>
  <lexeme><grapheme>Goethe</grapheme><phoneme>ˈɡɜːtə</phoneme></lexeme>
  <lexeme><grapheme>Hegel</grapheme><phoneme>ˈheɪɡəl</phoneme></lexeme>
  <lexeme><grapheme>Hayek</grapheme><phoneme>ˈhaɪɛk</phoneme></lexeme>
  <lexeme><grapheme>Max Weber</grapheme><phoneme>ˌmæks ˈveɪbə</phoneme></lexeme>
  <lexeme><grapheme>Habermas</grapheme><phoneme>ˈhɑːbəmæs</phoneme></lexeme>
  <lexeme><grapheme>Wittgenstein</grapheme><phoneme>ˈvɪtɡənstaɪn</phoneme></lexeme>
  <lexeme><grapheme>Schopenhauer</grapheme><phoneme>ˈʃəʊpənhaʊə</phoneme></lexeme>
  <lexeme><grapheme>Bauhaus</grapheme><phoneme>ˈbaʊhaʊs</phoneme></lexeme>
  <lexeme><grapheme>Schumpeter</grapheme><phoneme>ˈʃʊmpeɪtə</phoneme></lexeme>
  <lexeme><grapheme>Stockhausen</grapheme><phoneme>ˈʃtɒkhaʊzən</phoneme></lexeme>
  <lexeme><grapheme>Schoenberg</grapheme><phoneme>ˈʃɜːnbɜːɡ</phoneme></lexeme>
  <lexeme><grapheme>Strauss</grapheme><phoneme>straʊs</phoneme></lexeme>
  <lexeme><grapheme>Dürer</grapheme><phoneme>ˈdjʊərə</phoneme></lexeme>
  <lexeme><grapheme>Mies van der Rohe</grapheme><phoneme>ˌmiːz væn də ˈrəʊə</phoneme></lexeme>
  <lexeme><grapheme>Graz</grapheme><phoneme>ɡrɑːts</phoneme></lexeme>
  <lexeme><grapheme>Sebastian Kurz</grapheme><phoneme>səˌbæstiən ˈkʊəts</phoneme></lexeme>
  <lexeme><grapheme>Nehammer</grapheme><phoneme>ˈneɪhæmə</phoneme></lexeme>
  <lexeme><grapheme>Jörg Haider</grapheme><phoneme>ˌjɜːɡ ˈhaɪdə</phoneme></lexeme>
  <lexeme><grapheme>Lucerne</grapheme><phoneme>luːˈsɜːn</phoneme></lexeme>
  <lexeme><grapheme>Credit Suisse</grapheme><phoneme>ˌkrɛdi ˈswiːs</phoneme></lexeme>
  <lexeme><grapheme>Suisse</grapheme><phoneme>swiːs</phoneme></lexeme>
  <lexeme><grapheme>Novartis</grapheme><phoneme>nəʊˈvɑːtɪs</phoneme></lexeme>
  <lexeme><grapheme>Glencore</grapheme><phoneme>ˈɡlɛnkɔː</phoneme></lexeme>
  <lexeme><grapheme>Bremen</grapheme><phoneme>ˈbreɪmən</phoneme></lexeme>
  <lexeme><grapheme>Stuttgart</grapheme><phoneme>ˈʃtʊtɡɑːt</phoneme></lexeme>
  <lexeme><grapheme>Düsseldorf</grapheme><grapheme>Dusseldorf</grapheme><phoneme>ˈdʊsəldɔːf</phoneme></lexeme>
  <lexeme><grapheme>Baden-Württemberg</grapheme><phoneme>ˌbɑːdənˈvɜːtəmbɜːɡ</phoneme></lexeme>
  <lexeme><grapheme>Schiphol</grapheme><phoneme>ˈskɪpɒl</phoneme></lexeme>
  <lexeme><grapheme>Utrecht</grapheme><phoneme>ˈjuːtrɛkt</phoneme></lexeme>
  <lexeme><grapheme>Rutte</grapheme><phoneme>ˈrʊtə</phoneme></lexeme>
  <lexeme><grapheme>Geert</grapheme><phoneme>ɡɪət</phoneme></lexeme>
  <lexeme><grapheme>Wilders</grapheme><phoneme>ˈvɪldəs</phoneme></lexeme>
  <lexeme><grapheme>Jetten</grapheme><phoneme>ˈjɛtən</phoneme></lexeme>
  <lexeme><grapheme>Dijsselbloem</grapheme><phoneme>ˈdaɪsəlbluːm</phoneme></lexeme>
  <lexeme><grapheme>Jeroen</grapheme><phoneme>jəˈruːn</phoneme></lexeme>
  <lexeme><grapheme>Hoekstra</grapheme><phoneme>ˈhuːkstrə</phoneme></lexeme>
  <lexeme><grapheme>Rembrandt</grapheme><phoneme>ˈrɛmbrænt</phoneme></lexeme>
  <lexeme><grapheme>Rijksmuseum</grapheme><phoneme>ˈraɪksmjuːziəm</phoneme></lexeme>
  <lexeme><grapheme>Huygens</grapheme><phoneme>ˈhaɪɡənz</phoneme></lexeme>
  <lexeme><grapheme>Cruyff</grapheme><phoneme>krɔɪf</phoneme></lexeme>
  <lexeme><grapheme>Van Dijk</grapheme><grapheme>van Dijk</grapheme><phoneme>væn ˈdaɪk</phoneme></lexeme>
  <lexeme><grapheme>Groningen</grapheme><phoneme>ˈɡrəʊnɪŋən</phoneme></lexeme>
  <lexeme><grapheme>Verhofstadt</grapheme><phoneme>vəˈhɒfstɑːt</phoneme></lexeme>
  <lexeme><grapheme>Guy Verhofstadt</grapheme><phoneme>ˌɡiː vəˈhɒfstɑːt</phoneme></lexeme>
  <lexeme><grapheme>De Croo</grapheme><phoneme>də ˈkrəʊ</phoneme></lexeme>
  <lexeme><grapheme>De Wever</grapheme><phoneme>də ˈweɪvə</phoneme></lexeme>
  <lexeme><grapheme>Bruegel</grapheme><grapheme>Brueghel</grapheme><phoneme>ˈbrɔɪɡəl</phoneme></lexeme>

  <!-- France, Belgium, Switzerland and Quebec -->
  <lexeme><grapheme>Nantes</grapheme><phoneme>nɒ̃t</phoneme></lexeme>
  <lexeme><grapheme>Lille</grapheme><phoneme>liːl</phoneme></lexeme>
  <lexeme><grapheme>Rennes</grapheme><phoneme>rɛn</phoneme></lexeme>
  <lexeme><grapheme>Grenoble</grapheme><phoneme>ɡrəˈnəʊbəl</phoneme></lexeme>
  <lexeme><grapheme>Cannes</grapheme><phoneme>kæn</phoneme></lexeme>
  <lexeme><grapheme>Versailles</grapheme><phoneme>veəˈsaɪ</phoneme></lexeme>
  <lexeme><grapheme>Le Havre</grapheme><phoneme>lə ˈhɑːvrə</phoneme></lexeme>
  <lexeme><grapheme>Alsace</grapheme><phoneme>ælˈsæs</phoneme></lexeme>
  <lexeme><grapheme>Languedoc</grapheme><phoneme>ˌlɒ̃ɡəˈdɒk</phoneme></lexeme>
  <lexeme><grapheme>Liège</grapheme><phoneme>liˈɛʒ</phoneme></lexeme>
  <lexeme><grapheme>Bruges</grapheme><phoneme>bruːʒ</phoneme></lexeme>
  <lexeme><grapheme>Charleroi</grapheme><phoneme>ˈʃɑːləwɑː</phoneme></lexeme>
  <lexeme><grapheme>Brigitte</grapheme><phoneme>brɪˈʒiːt</phoneme></lexeme>
  <lexeme><grapheme>Mélenchon</grapheme><grapheme>Melenchon</grapheme><phoneme>ˈmeɪlɒ̃ʃɒ̃</phoneme></lexeme>
  <lexeme><grapheme>Jean-Luc</grapheme><phoneme>ˌʒɒ̃ˈluːk</phoneme></lexeme>
  <lexeme><grapheme>Jean-Claude</grapheme><phoneme>ˌʒɒ̃ˈkləʊd</phoneme></lexeme>
  <lexeme><grapheme>Jean-Paul</grapheme><phoneme>ˌʒɒ̃ˈpɔːl</phoneme></lexeme>
  <lexeme><grapheme>Jean-Pierre</grapheme><phoneme>ˌʒɒ̃piˈeə</phoneme></lexeme>
  <lexeme><grapheme>Jean-Jacques</grapheme><phoneme>ˌʒɒ̃ˈʒæk</phoneme></lexeme>
  <lexeme><grapheme>Jean-Marie</grapheme><phoneme>ˌʒɒ̃məˈriː</phoneme></lexeme>
  <lexeme><grapheme>Jean-François</grapheme><phoneme>ˌʒɒ̃frɒ̃ˈswɑː</phoneme></lexeme>
  <lexeme><grapheme>Jean-Michel</grapheme><phoneme>ˌʒɒ̃mɪˈʃɛl</phoneme></lexeme>
  <lexeme><grapheme>Jean-Yves</grapheme><phoneme>ˌʒɒ̃ˈiːv</phoneme></lexeme>
  <lexeme><grapheme>Jean-Noël</grapheme><phoneme>ˌʒɒ̃nəʊˈɛl</phoneme></lexeme>
  <lexeme><grapheme>Jean-Baptiste</grapheme><phoneme>ˌʒɒ̃bæˈtiːst</phoneme></lexeme>
  <lexeme><grapheme>Michel</grapheme><phoneme>mɪˈʃɛl</phoneme></lexeme>
  <lexeme><grapheme>Éric</grapheme><phoneme>ˈɛrɪk</phoneme></lexeme>
  <lexeme><grapheme>Édouard</grapheme><grapheme>Edouard</grapheme><phoneme>ˈɛdwɑː</phoneme></lexeme>
  <lexeme><grapheme>Sébastien</grapheme><phoneme>seɪˈbæstiən</phoneme></lexeme>
  <lexeme><grapheme>Étienne</grapheme><phoneme>ˌɛtiˈɛn</phoneme></lexeme>
  <lexeme><grapheme>Benoît</grapheme><phoneme>bɛnˈwɑː</phoneme></lexeme>
  <lexeme><grapheme>Raphaël</grapheme><phoneme>ˌræfaɪˈɛl</phoneme></lexeme>
  <lexeme><grapheme>Sarkozy</grapheme><phoneme>sɑːˈkəʊzi</phoneme></lexeme>
  <lexeme><grapheme>Hollande</grapheme><phoneme>ɒˈlɒ̃d</phoneme></lexeme>
  <lexeme><grapheme>Mitterrand</grapheme><phoneme>ˈmiːtərɒ̃</phoneme></lexeme>
  <lexeme><grapheme>Chirac</grapheme><phoneme>ˈʃɪəræk</phoneme></lexeme>
  <lexeme><grapheme>Giscard d'Estaing</grapheme><phoneme>ˌʒiːskɑː dɛˈstæ̃</phoneme></lexeme>
  <lexeme><grapheme>de Gaulle</grapheme><grapheme>De Gaulle</grapheme><phoneme>də ˈɡəʊl</phoneme></lexeme>
  <lexeme><grapheme>Gaullist</grapheme><phoneme>ˈɡəʊlɪst</phoneme></lexeme>
  <lexeme><grapheme>Barnier</grapheme><phoneme>ˈbɑːnieɪ</phoneme></lexeme>
  <lexeme><grapheme>Bayrou</grapheme><phoneme>baɪˈruː</phoneme></lexeme>
  <lexeme><grapheme>Lecornu</grapheme><phoneme>ləkɔːˈnuː</phoneme></lexeme>
  <lexeme><grapheme>Retailleau</grapheme><phoneme>rəˈtaɪəʊ</phoneme></lexeme>
  <lexeme><grapheme>Zemmour</grapheme><phoneme>zɛˈmʊə</phoneme></lexeme>
  <lexeme><grapheme>Lagarde</grapheme><phoneme>læˈɡɑːd</phoneme></lexeme>
  <lexeme><grapheme>Pécresse</grapheme><phoneme>peɪˈkrɛs</phoneme></lexeme>
  <lexeme><grapheme>Glucksmann</grapheme><phoneme>ˈɡlʊksmæn</phoneme></lexeme>
  <lexeme><grapheme>Piketty</grapheme><phoneme>ˈpɪkɛti</phoneme></lexeme>
  <lexeme><grapheme>Houellebecq</grapheme><phoneme>ˈwɛlbɛk</phoneme></lexeme>
  <lexeme><grapheme>Ernaux</grapheme><phoneme>eəˈnəʊ</phoneme></lexeme>
  <lexeme><grapheme>Élysée</grapheme><phoneme>eɪˈliːzeɪ</phoneme></lexeme>
  <lexeme><grapheme>Matignon</grapheme><phoneme>ˈmætɪnjɒ̃</phoneme></lexeme>
  <lexeme><grapheme>Quai d'Orsay</grapheme><phoneme>ˌkeɪ dɔːˈseɪ</phoneme></lexeme>
  <lexeme><grapheme>Champs-Élysées</grapheme><grapheme>Champs-Elysées</grapheme><grapheme>Champs-Elysees</grapheme><grapheme>Champs Élysées</grapheme><phoneme>ˌʃɒ̃zeɪˈliːzeɪ</phoneme></lexeme>
  <lexeme><grapheme>Arc de Triomphe</grapheme><phoneme>ˌɑːk də ˈtriːɒ̃f</phoneme></lexeme>
  <lexeme><grapheme>Louvre</grapheme><phoneme>ˈluːvrə</phoneme></lexeme>
  <lexeme><grapheme>Notre-Dame</grapheme><phoneme>ˌnɒtrəˈdɑːm</phoneme></lexeme>
  <lexeme><grapheme>gilets jaunes</grapheme><grapheme>Gilets jaunes</grapheme><phoneme>ˌʒiːleɪ ˈʒəʊn</phoneme></lexeme>
  <lexeme><grapheme>Rassemblement National</grapheme><phoneme>ræˌsɒ̃bləmɒ̃ næsjəˈnæl</phoneme></lexeme>
  <lexeme><grapheme>Front National</grapheme><phoneme>ˌfrɒ̃ næsjəˈnæl</phoneme></lexeme>
  <lexeme><grapheme>banlieue</grapheme><grapheme>banlieues</grapheme><grapheme>Banlieue</grapheme><grapheme>Banlieues</grapheme><phoneme>ˈbɒ̃ljɜː</phoneme></lexeme>
  <lexeme><grapheme>laïcité</grapheme><grapheme>Laïcité</grapheme><phoneme>ˌlaɪiːsɪˈteɪ</phoneme></lexeme>
  <lexeme><grapheme>Stellantis</grapheme><phoneme>stɛˈlæntɪs</phoneme></lexeme>
  <lexeme><grapheme>Dassault</grapheme><phoneme>ˈdæsəʊ</phoneme></lexeme>
  <lexeme><grapheme>Engie</grapheme><phoneme>ɒ̃ˈʒiː</phoneme></lexeme>
  <lexeme><grapheme>L'Oréal</grapheme><grapheme>L'Oreal</grapheme><phoneme>ˈlɒriæl</phoneme></lexeme>
  <lexeme><grapheme>Vuitton</grapheme><phoneme>ˈvwiːtɒn</phoneme></lexeme>
  <lexeme><grapheme>Arnault</grapheme><phoneme>ɑːˈnəʊ</phoneme></lexeme>
  <lexeme><grapheme>Bernard Arnault</grapheme><phoneme>beəˌnɑː ɑːˈnəʊ</phoneme></lexeme>
  <lexeme><grapheme>Hermès</grapheme><phoneme>eəˈmɛz</phoneme></lexeme>
  <lexeme><grapheme>Givenchy</grapheme><phoneme>ʒiːˈvɒ̃ʃi</phoneme></lexeme>
  <lexeme><grapheme>Yves Saint Laurent</grapheme><phoneme>ˌiːv sæ̃ lɔːˈrɒ̃</phoneme></lexeme>
  <lexeme><grapheme>Pinault</grapheme><phoneme>piːˈnəʊ</phoneme></lexeme>
  <lexeme><grapheme>Carrefour</grapheme><phoneme>ˈkærəfɔː</phoneme></lexeme>
  <lexeme><grapheme>Auchan</grapheme><phoneme>əʊˈʃɒ̃</phoneme></lexeme>
  <lexeme><grapheme>Paribas</grapheme><phoneme>ˈpærɪbɑː</phoneme></lexeme>
  <lexeme><grapheme>Société Générale</grapheme><phoneme>səˌsjeɪteɪ ʒɛneɪˈrɑːl</phoneme></lexeme>
  <lexeme><grapheme>Crédit Agricole</grapheme><phoneme>ˌkreɪdi æɡrɪˈkɒl</phoneme></lexeme>
  <lexeme><grapheme>Pernod Ricard</grapheme><phoneme>ˌpeənəʊ rɪˈkɑː</phoneme></lexeme>
  <lexeme><grapheme>Saint-Gobain</grapheme><phoneme>ˌsæ̃ɡɒˈbæ̃</phoneme></lexeme>
  <lexeme><grapheme>Camus</grapheme><phoneme>kæˈmuː</phoneme></lexeme>
  <lexeme><grapheme>Sartre</grapheme><phoneme>ˈsɑːtrə</phoneme></lexeme>
  <lexeme><grapheme>Foucault</grapheme><phoneme>ˈfuːkəʊ</phoneme></lexeme>
  <lexeme><grapheme>Rousseau</grapheme><phoneme>ˈruːsəʊ</phoneme></lexeme>
  <lexeme><grapheme>Descartes</grapheme><phoneme>deɪˈkɑːt</phoneme></lexeme>
  <lexeme><grapheme>Montaigne</grapheme><phoneme>mɒnˈteɪn</phoneme></lexeme>
  <lexeme><grapheme>Molière</grapheme><phoneme>ˈmɒlieə</phoneme></lexeme>
  <lexeme><grapheme>Proust</grapheme><phoneme>pruːst</phoneme></lexeme>
  <lexeme><grapheme>Flaubert</grapheme><phoneme>ˈfləʊbeə</phoneme></lexeme>
  <lexeme><grapheme>Baudelaire</grapheme><phoneme>ˈbəʊdəleə</phoneme></lexeme>
  <lexeme><grapheme>Rimbaud</grapheme><phoneme>ˈræmbəʊ</phoneme></lexeme>
  <lexeme><grapheme>Debussy</grapheme><phoneme>dəˈbuːsi</phoneme></lexeme>
  <lexeme><grapheme>Bizet</grapheme><phoneme>ˈbiːzeɪ</phoneme></lexeme>
  <lexeme><grapheme>Manet</grapheme><phoneme>ˈmæneɪ</phoneme></lexeme>
  <lexeme><grapheme>Matisse</grapheme><phoneme>mæˈtiːs</phoneme></lexeme>
  <lexeme><grapheme>Rodin</grapheme><phoneme>ˈrəʊdæ̃</phoneme></lexeme>
  <lexeme><grapheme>Talleyrand</grapheme><phoneme>ˈtælirænd</phoneme></lexeme>
  <lexeme><grapheme>Vichy</grapheme><phoneme>ˈviːʃi</phoneme></lexeme>
  <lexeme><grapheme>Pétain</grapheme><grapheme>Petain</grapheme><phoneme>ˈpeɪtæ̃</phoneme></lexeme>
  <lexeme><grapheme>Saint-Saëns</grapheme><phoneme>ˌsæ̃ˈsɒ̃s</phoneme></lexeme>
  <lexeme><grapheme>Satie</grapheme><phoneme>ˈsæti</phoneme></lexeme>
  <lexeme><grapheme>Messiaen</grapheme><phoneme>ˈmɛsiɒ̃</phoneme></lexeme>
  <lexeme><grapheme>Chopin</grapheme><phoneme>ˈʃəʊpæ̃</phoneme></lexeme>
  <lexeme><grapheme>Chagall</grapheme><phoneme>ʃæˈɡæl</phoneme></lexeme>
  <lexeme><grapheme>Duchamp</grapheme><phoneme>ˈdjuːʃɒ̃</phoneme></lexeme>
  <lexeme><grapheme>Toulouse-Lautrec</grapheme><phoneme>tuːˌluːz ləʊˈtrɛk</phoneme></lexeme>
  <lexeme><grapheme>Seurat</grapheme><phoneme>ˈsɜːrɑː</phoneme></lexeme>
  <lexeme><grapheme>Le Corbusier</grapheme><phoneme>lə kɔːˈbjuːzieɪ</phoneme></lexeme>
  <lexeme><grapheme>Basquiat</grapheme><phoneme>ˈbæskiɑː</phoneme></lexeme>
  <lexeme><grapheme>Thierry Henry</grapheme><phoneme>ˌtiɛri ɒ̃ˈriː</phoneme></lexeme>
  <lexeme><grapheme>Mbappé</grapheme><grapheme>Mbappe</grapheme><phoneme>əmˈbæpeɪ</phoneme></lexeme>
  <lexeme><grapheme>Zidane</grapheme><phoneme>zɪˈdɑːn</phoneme></lexeme>
  <lexeme><grapheme>Zinedine</grapheme><phoneme>ˈzɪnədiːn</phoneme></lexeme>
  <lexeme><grapheme>Deschamps</grapheme><phoneme>deɪˈʃɒ̃</phoneme></lexeme>
  <lexeme><grapheme>Depardieu</grapheme><phoneme>ˈdɛpɑːdjɜː</phoneme></lexeme>
  <lexeme><grapheme>Chalamet</grapheme><phoneme>ˈʃæləmeɪ</phoneme></lexeme>
  <lexeme><grapheme>Denis Villeneuve</grapheme><phoneme>dəˌniː viːlˈnɜːv</phoneme></lexeme>
  <lexeme><grapheme>Poirot</grapheme><phoneme>ˈpwɑːrəʊ</phoneme></lexeme>
  <lexeme><grapheme>Hercule Poirot</grapheme><phoneme>ˌeəkjuːl ˈpwɑːrəʊ</phoneme></lexeme>
  <lexeme><grapheme>Magritte</grapheme><phoneme>məˈɡriːt</phoneme></lexeme>
  <lexeme><grapheme>Poilievre</grapheme><phoneme>ˌpɔːliˈɛv</phoneme></lexeme>
  <lexeme><grapheme>Québécois</grapheme><phoneme>ˌkeɪbɛˈkwɑː</phoneme></lexeme>
  <lexeme><grapheme>Rideau</grapheme><phoneme>rɪˈdəʊ</phoneme></lexeme>
  <lexeme><grapheme>Nunavut</grapheme><phoneme>ˈnʊnəvʊt</phoneme></lexeme>
  <lexeme><grapheme>Saskatchewan</grapheme><phoneme>səˈskætʃəwən</phoneme></lexeme>

  <!-- Spain and Portugal -->
  <lexeme><grapheme>Ibiza</grapheme><phoneme>ɪˈbiːθə</phoneme></lexeme>
  <lexeme><grapheme>Málaga</grapheme><grapheme>Malaga</grapheme><phoneme>ˈmæləɡə</phoneme></lexeme>
  <lexeme><grapheme>Bilbao</grapheme><phoneme>bɪlˈbaʊ</phoneme></lexeme>
  <lexeme><grapheme>Sánchez</grapheme><phoneme>ˈsæntʃɛz</phoneme></lexeme>
  <lexeme><grapheme>Núñez</grapheme><phoneme>ˈnuːnjɛz</phoneme></lexeme>
  <lexeme><grapheme>Feijóo</grapheme><grapheme>Feijoo</grapheme><phoneme>feɪˈhəʊ</phoneme></lexeme>
  <lexeme><grapheme>Puigdemont</grapheme><phoneme>ˌpuːtʃdəˈmɒnt</phoneme></lexeme>
  <lexeme><grapheme>Rajoy</grapheme><phoneme>rəˈhɔɪ</phoneme></lexeme>
  <lexeme><grapheme>Podemos</grapheme><phoneme>pəʊˈdeɪmɒs</phoneme></lexeme>
  <lexeme><grapheme>Ciudadanos</grapheme><phoneme>ˌθjuːdəˈdɑːnɒs</phoneme></lexeme>
  <lexeme><grapheme>Esquerra</grapheme><phoneme>ɛˈskɛrə</phoneme></lexeme>
  <lexeme><grapheme>Josep Borrell</grapheme><phoneme>ʒuːˌzɛp bɒˈrɛl</phoneme></lexeme>
  <lexeme><grapheme>Borrell</grapheme><phoneme>bɒˈrɛl</phoneme></lexeme>
  <lexeme><grapheme>Santander</grapheme><phoneme>ˌsæntənˈdeə</phoneme></lexeme>
  <lexeme><grapheme>CaixaBank</grapheme><phoneme>ˈkaɪʃəbæŋk</phoneme></lexeme>
  <lexeme><grapheme>Inditex</grapheme><phoneme>ˈɪndɪtɛks</phoneme></lexeme>
  <lexeme><grapheme>Iberdrola</grapheme><phoneme>ˌɪbəˈdrəʊlə</phoneme></lexeme>
  <lexeme><grapheme>El País</grapheme><grapheme>El Pais</grapheme><phoneme>ˌɛl paɪˈiːs</phoneme></lexeme>
  <lexeme><grapheme>Gaudí</grapheme><grapheme>Gaudi</grapheme><phoneme>ˈɡaʊdi</phoneme></lexeme>
  <lexeme><grapheme>Miró</grapheme><phoneme>mɪˈrəʊ</phoneme></lexeme>
  <lexeme><grapheme>Nadal</grapheme><phoneme>nəˈdɑːl</phoneme></lexeme>
  <lexeme><grapheme>Almodóvar</grapheme><grapheme>Almodovar</grapheme><phoneme>ˌælməˈdəʊvɑː</phoneme></lexeme>
  <lexeme><grapheme>Penélope</grapheme><phoneme>pəˈnɛləpi</phoneme></lexeme>
  <lexeme><grapheme>Bardem</grapheme><phoneme>bɑːˈdɛm</phoneme></lexeme>
  <lexeme><grapheme>Joaquín</grapheme><grapheme>Joaquin</grapheme><phoneme>wɑːˈkiːn</phoneme></lexeme>
  <lexeme><grapheme>Algarve</grapheme><phoneme>ælˈɡɑːv</phoneme></lexeme>
  <lexeme><grapheme>Madeira</grapheme><phoneme>məˈdɪərə</phoneme></lexeme>
  <lexeme><grapheme>Chega</grapheme><phoneme>ˈʃeɪɡə</phoneme></lexeme>
  <lexeme><grapheme>Guterres</grapheme><phoneme>ɡuːˈtɛrəs</phoneme></lexeme>
  <lexeme><grapheme>Saramago</grapheme><phoneme>ˌsærəˈmɑːɡuː</phoneme></lexeme>
  <lexeme><grapheme>Mourinho</grapheme><phoneme>mʊˈriːnjəʊ</phoneme></lexeme>
  <lexeme><grapheme>José Mourinho</grapheme><grapheme>Jose Mourinho</grapheme><phoneme>ʒəʊˌzeɪ mʊˈriːnjəʊ</phoneme></lexeme>

  <!-- Italy and the Vatican -->
  <lexeme><grapheme>Biennale</grapheme><phoneme>ˌbiːɛˈnɑːleɪ</phoneme></lexeme>
  <lexeme><grapheme>Trieste</grapheme><phoneme>triˈɛst</phoneme></lexeme>
  <lexeme><grapheme>Palermo</grapheme><phoneme>pəˈlɜːməʊ</phoneme></lexeme>
  <lexeme><grapheme>Lampedusa</grapheme><phoneme>ˌlæmpɪˈduːzə</phoneme></lexeme>
  <lexeme><grapheme>Puglia</grapheme><phoneme>ˈpuːljə</phoneme></lexeme>
  <lexeme><grapheme>Genoa</grapheme><phoneme>ˈdʒɛnəʊə</phoneme></lexeme>
  <lexeme><grapheme>Tajani</grapheme><phoneme>tæˈjɑːni</phoneme></lexeme>
  <lexeme><grapheme>Giuseppe</grapheme><phoneme>dʒuːˈzɛpi</phoneme></lexeme>
  <lexeme><grapheme>Conte</grapheme><phoneme>ˈkɒnteɪ</phoneme></lexeme>
  <lexeme><grapheme>Draghi</grapheme><phoneme>ˈdrɑːɡi</phoneme></lexeme>
  <lexeme><grapheme>Renzi</grapheme><phoneme>ˈrɛntsi</phoneme></lexeme>
  <lexeme><grapheme>Beppe</grapheme><phoneme>ˈbɛpeɪ</phoneme></lexeme>
  <lexeme><grapheme>Quirinale</grapheme><phoneme>ˌkwɪrɪˈnɑːleɪ</phoneme></lexeme>
  <lexeme><grapheme>Palazzo Chigi</grapheme><phoneme>pəˌlætsəʊ ˈkiːdʒi</phoneme></lexeme>
  <lexeme><grapheme>Forza Italia</grapheme><phoneme>ˌfɔːtsa ɪˈtæliə</phoneme></lexeme>
  <lexeme><grapheme>Lega</grapheme><phoneme>ˈleɪɡə</phoneme></lexeme>
  <lexeme><grapheme>Mussolini</grapheme><phoneme>ˌmʊsəˈliːni</phoneme></lexeme>
  <lexeme><grapheme>Medici</grapheme><phoneme>ˈmɛdɪtʃi</phoneme></lexeme>
  <lexeme><grapheme>Gramsci</grapheme><phoneme>ˈɡræmʃi</phoneme></lexeme>
  <lexeme><grapheme>Umberto Eco</grapheme><phoneme>ʊmˌbeətəʊ ˈɛkəʊ</phoneme></lexeme>
  <lexeme><grapheme>Primo Levi</grapheme><phoneme>ˌpriːməʊ ˈleɪvi</phoneme></lexeme>
  <lexeme><grapheme>Intesa Sanpaolo</grapheme><phoneme>ɪnˌteɪzə sænˈpaʊləʊ</phoneme></lexeme>
  <lexeme><grapheme>Monte dei Paschi</grapheme><phoneme>ˌmɒnteɪ deɪ ˈpæski</phoneme></lexeme>
  <lexeme><grapheme>Zegna</grapheme><phoneme>ˈzɛnjə</phoneme></lexeme>
  <lexeme><grapheme>Marchionne</grapheme><phoneme>ˌmɑːkiˈəʊni</phoneme></lexeme>
  <lexeme><grapheme>Agnelli</grapheme><phoneme>ænˈjɛli</phoneme></lexeme>
  <lexeme><grapheme>Caravaggio</grapheme><phoneme>ˌkærəˈvædʒiəʊ</phoneme></lexeme>
  <lexeme><grapheme>Boccaccio</grapheme><phoneme>bəˈkɑːtʃiəʊ</phoneme></lexeme>
  <lexeme><grapheme>Modigliani</grapheme><phoneme>ˌmɒdɪˈljɑːni</phoneme></lexeme>
  <lexeme><grapheme>Parolin</grapheme><phoneme>ˌpærəˈliːn</phoneme></lexeme>
  <lexeme><grapheme>Ndrangheta</grapheme><phoneme>ənˈdræŋɡɛtə</phoneme></lexeme>
  <lexeme><grapheme>Scorsese</grapheme><phoneme>skɔːˈseɪzi</phoneme></lexeme>

  <!-- Israel and the Palestinians -->
  <lexeme><grapheme>Binyamin</grapheme><phoneme>ˌbɪnjəˈmiːn</phoneme></lexeme>
  <lexeme><grapheme>Lapid</grapheme><phoneme>læˈpiːd</phoneme></lexeme>
  <lexeme><grapheme>Ben-Gvir</grapheme><phoneme>ˌbɛnˈɡvɪə</phoneme></lexeme>
  <lexeme><grapheme>Herzog</grapheme><phoneme>ˈhɜːtsɒɡ</phoneme></lexeme>
  <lexeme><grapheme>Rabin</grapheme><phoneme>ræˈbiːn</phoneme></lexeme>
  <lexeme><grapheme>Shimon Peres</grapheme><phoneme>ʃɪˌməʊn ˈpɛrɛs</phoneme></lexeme>
  <lexeme><grapheme>Peres</grapheme><phoneme>ˈpɛrɛs</phoneme></lexeme>
  <lexeme><grapheme>Ehud</grapheme><phoneme>eɪˈhuːd</phoneme></lexeme>
  <lexeme><grapheme>Golda Meir</grapheme><phoneme>ˌɡəʊldə meɪˈɪə</phoneme></lexeme>
  <lexeme><grapheme>Ariel Sharon</grapheme><phoneme>ˌæriˈɛl ʃəˈrəʊn</phoneme></lexeme>
  <lexeme><grapheme>Likud</grapheme><phoneme>lɪˈkuːd</phoneme></lexeme>
  <lexeme><grapheme>Haifa</grapheme><phoneme>ˈhaɪfə</phoneme></lexeme>
  <lexeme><grapheme>Eilat</grapheme><phoneme>eɪˈlɑːt</phoneme></lexeme>
  <lexeme><grapheme>Golan</grapheme><phoneme>ˈɡəʊlæn</phoneme></lexeme>
  <lexeme><grapheme>Negev</grapheme><phoneme>ˈnɛɡɛv</phoneme></lexeme>
  <lexeme><grapheme>Yad Vashem</grapheme><phoneme>ˌjæd vəˈʃɛm</phoneme></lexeme>
  <lexeme><grapheme>Haredi</grapheme><phoneme>həˈreɪdi</phoneme></lexeme>
  <lexeme><grapheme>Haredim</grapheme><phoneme>həˌreɪˈdiːm</phoneme></lexeme>
  <lexeme><grapheme>Haaretz</grapheme><phoneme>hɑːˈrɛts</phoneme></lexeme>
  <lexeme><grapheme>kibbutz</grapheme><grapheme>Kibbutz</grapheme><phoneme>kɪˈbʊts</phoneme></lexeme>
  <lexeme><grapheme>Khan Younis</grapheme><phoneme>ˌkɑːn ˈjuːnɪs</phoneme></lexeme>
  <lexeme><grapheme>Jabalia</grapheme><phoneme>dʒəˈbɑːliə</phoneme></lexeme>
  <lexeme><grapheme>Ramallah</grapheme><phoneme>rəˈmælə</phoneme></lexeme>
  <lexeme><grapheme>Hezbollah</grapheme><phoneme>ˌhɛzbəˈlɑː</phoneme></lexeme>
  <lexeme><grapheme>Hizbullah</grapheme><phoneme>ˌhɪzbʊˈlɑː</phoneme></lexeme>
  <lexeme><grapheme>Mahmoud</grapheme><phoneme>mɑːˈmuːd</phoneme></lexeme>
  <lexeme><grapheme>Abbas</grapheme><phoneme>əˈbæs</phoneme></lexeme>
  <lexeme><grapheme>Ismail</grapheme><phoneme>ˈɪsmaɪl</phoneme></lexeme>
  <lexeme><grapheme>Haniyeh</grapheme><phoneme>həˈniːjə</phoneme></lexeme>
  <lexeme><grapheme>Yahya</grapheme><phoneme>ˈjɑːjə</phoneme></lexeme>
  <lexeme><grapheme>Sinwar</grapheme><phoneme>ˈsɪnwɑː</phoneme></lexeme>

  <!-- The Arab world and Iran -->
  <lexeme><grapheme>Nasrallah</grapheme><phoneme>næsˈrælə</phoneme></lexeme>
  <lexeme><grapheme>Aoun</grapheme><phoneme>aʊn</phoneme></lexeme>
  <lexeme><grapheme>Nawaf Salam</grapheme><phoneme>nəˌwɑːf səˈlɑːm</phoneme></lexeme>
  <lexeme><grapheme>Idlib</grapheme><phoneme>ˈɪdlɪb</phoneme></lexeme>
  <lexeme><grapheme>Bashar</grapheme><phoneme>bəˈʃɑː</phoneme></lexeme>
  <lexeme><grapheme>al-Sharaa</grapheme><phoneme>ælˈʃɑːrə</phoneme></lexeme>
  <lexeme><grapheme>Sharaa</grapheme><phoneme>ˈʃɑːrə</phoneme></lexeme>
  <lexeme><grapheme>Ba'ath</grapheme><phoneme>bɑːθ</phoneme></lexeme>
  <lexeme><grapheme>Iraq</grapheme><phoneme>ɪˈrɑːk</phoneme></lexeme>
  <lexeme><grapheme>Iraqi</grapheme><phoneme>ɪˈrɑːki</phoneme></lexeme>
  <lexeme><grapheme>Mosul</grapheme><phoneme>ˈməʊsəl</phoneme></lexeme>
  <lexeme><grapheme>Kirkuk</grapheme><phoneme>kɜːˈkʊk</phoneme></lexeme>
  <lexeme><grapheme>Erbil</grapheme><phoneme>ɜːˈbɪl</phoneme></lexeme>
  <lexeme><grapheme>Fallujah</grapheme><phoneme>fəˈluːdʒə</phoneme></lexeme>
  <lexeme><grapheme>Saddam</grapheme><phoneme>səˈdæm</phoneme></lexeme>
  <lexeme><grapheme>Hussein</grapheme><phoneme>huːˈseɪn</phoneme></lexeme>
  <lexeme><grapheme>Muqtada</grapheme><phoneme>mʊkˈtɑːdə</phoneme></lexeme>
  <lexeme><grapheme>Sistani</grapheme><phoneme>sɪˈstɑːni</phoneme></lexeme>
  <lexeme><grapheme>Yazidi</grapheme><phoneme>jəˈziːdi</phoneme></lexeme>
  <lexeme><grapheme>Shiite</grapheme><phoneme>ˈʃiːaɪt</phoneme></lexeme>
  <lexeme><grapheme>Iran</grapheme><phoneme>ɪˈrɑːn</phoneme></lexeme>
  <lexeme><grapheme>Natanz</grapheme><phoneme>næˈtænz</phoneme></lexeme>
  <lexeme><grapheme>Bushehr</grapheme><phoneme>buːˈʃeə</phoneme></lexeme>
  <lexeme><grapheme>Khamenei</grapheme><phoneme>ˌkɑːməˈneɪ</phoneme></lexeme>
  <lexeme><grapheme>ayatollah</grapheme><grapheme>Ayatollah</grapheme><phoneme>ˌaɪəˈtɒlə</phoneme></lexeme>
  <lexeme><grapheme>Khomeini</grapheme><phoneme>kɒˈmeɪni</phoneme></lexeme>
  <lexeme><grapheme>Aziz</grapheme><phoneme>əˈziːz</phoneme></lexeme>
  <lexeme><grapheme>Zarif</grapheme><phoneme>zəˈriːf</phoneme></lexeme>
  <lexeme><grapheme>Raisi</grapheme><phoneme>raɪˈiːsi</phoneme></lexeme>
  <lexeme><grapheme>Pezeshkian</grapheme><phoneme>ˌpɛzɛʃkiˈɑːn</phoneme></lexeme>
  <lexeme><grapheme>Masoud</grapheme><phoneme>məˈsuːd</phoneme></lexeme>
  <lexeme><grapheme>Araghchi</grapheme><phoneme>əˈrɑːktʃi</phoneme></lexeme>
  <lexeme><grapheme>Ahmadinejad</grapheme><phoneme>ˌɑːmədɪnɛˈʒɑːd</phoneme></lexeme>
  <lexeme><grapheme>Reza</grapheme><phoneme>ˈreɪzə</phoneme></lexeme>
  <lexeme><grapheme>Mossadegh</grapheme><phoneme>ˈmɒsədɛk</phoneme></lexeme>
  <lexeme><grapheme>Evin prison</grapheme><grapheme>Evin Prison</grapheme><phoneme>ɛˌviːn ˈprɪzən</phoneme></lexeme>
  <lexeme><grapheme>hijab</grapheme><grapheme>Hijab</grapheme><phoneme>hɪˈdʒɑːb</phoneme></lexeme>
  <lexeme><grapheme>Hormuz</grapheme><phoneme>hɔːˈmuːz</phoneme></lexeme>
  <lexeme><grapheme>Khashoggi</grapheme><phoneme>kæˈʃɒɡdʒi</phoneme></lexeme>
  <lexeme><grapheme>Jamal</grapheme><phoneme>dʒəˈmɑːl</phoneme></lexeme>
  <lexeme><grapheme>sharia</grapheme><grapheme>Sharia</grapheme><phoneme>ʃəˈriːə</phoneme></lexeme>
  <lexeme><grapheme>Quran</grapheme><phoneme>kɔːˈrɑːn</phoneme></lexeme>
  <lexeme><grapheme>imam</grapheme><grapheme>Imam</grapheme><phoneme>ɪˈmɑːm</phoneme></lexeme>
  <lexeme><grapheme>niqab</grapheme><grapheme>Niqab</grapheme><phoneme>nɪˈkɑːb</phoneme></lexeme>
  <lexeme><grapheme>halal</grapheme><grapheme>Halal</grapheme><phoneme>həˈlɑːl</phoneme></lexeme>
  <lexeme><grapheme>mujahideen</grapheme><grapheme>mujahedin</grapheme><grapheme>mujahedeen</grapheme><grapheme>Mujahideen</grapheme><grapheme>Mujahedin</grapheme><grapheme>Mujahedeen</grapheme><phoneme>ˌmuːdʒəhɪˈdiːn</phoneme></lexeme>
  <lexeme><grapheme>Dubai</grapheme><phoneme>duːˈbaɪ</phoneme></lexeme>
  <lexeme><grapheme>Zayed</grapheme><phoneme>ˈzaɪɛd</phoneme></lexeme>
  <lexeme><grapheme>Emirates</grapheme><phoneme>ˈɛmɪrəts</phoneme></lexeme>
  <lexeme><grapheme>Mubadala</grapheme><phoneme>muːˈbɑːdələ</phoneme></lexeme>
  <lexeme><grapheme>Hodeidah</grapheme><phoneme>hɒˈdeɪdə</phoneme></lexeme>
  <lexeme><grapheme>Houthi</grapheme><phoneme>ˈhuːθi</phoneme></lexeme>
  <lexeme><grapheme>al-Sisi</grapheme><phoneme>ælˈsiːsi</phoneme></lexeme>
  <lexeme><grapheme>Sisi</grapheme><phoneme>ˈsiːsi</phoneme></lexeme>
  <lexeme><grapheme>Fattah</grapheme><phoneme>fəˈtɑː</phoneme></lexeme>
  <lexeme><grapheme>Mubarak</grapheme><phoneme>muːˈbɑːræk</phoneme></lexeme>
  <lexeme><grapheme>Tahrir</grapheme><phoneme>tɑːˈrɪə</phoneme></lexeme>
  <lexeme><grapheme>Haftar</grapheme><phoneme>ˈhæftɑː</phoneme></lexeme>
  <lexeme><grapheme>Khalifa</grapheme><phoneme>kəˈliːfə</phoneme></lexeme>
  <lexeme><grapheme>Gaddafi</grapheme><grapheme>Qaddafi</grapheme><phoneme>ɡəˈdɑːfi</phoneme></lexeme>
  <lexeme><grapheme>Muammar</grapheme><phoneme>ˈmuːəmɑː</phoneme></lexeme>
  <lexeme><grapheme>Dbeibah</grapheme><phoneme>dəˈbeɪbə</phoneme></lexeme>
  <lexeme><grapheme>Benghazi</grapheme><phoneme>bɛnˈɡɑːzi</phoneme></lexeme>
  <lexeme><grapheme>Tunis</grapheme><phoneme>ˈtjuːnɪs</phoneme></lexeme>
  <lexeme><grapheme>Kais Saied</grapheme><phoneme>ˌkaɪs ˈsaɪɛd</phoneme></lexeme>
  <lexeme><grapheme>Saied</grapheme><phoneme>ˈsaɪɛd</phoneme></lexeme>
  <lexeme><grapheme>Ghannouchi</grapheme><phoneme>ɡæˈnuːʃi</phoneme></lexeme>
  <lexeme><grapheme>Tebboune</grapheme><phoneme>tɛˈbuːn</phoneme></lexeme>
  <lexeme><grapheme>Bouteflika</grapheme><phoneme>ˌbuːtəˈfliːkə</phoneme></lexeme>
  <lexeme><grapheme>Rabat</grapheme><phoneme>rəˈbɑːt</phoneme></lexeme>
  <lexeme><grapheme>Marrakech</grapheme><grapheme>Marrakesh</grapheme><phoneme>ˌmærəˈkɛʃ</phoneme></lexeme>
  <lexeme><grapheme>bin Laden</grapheme><grapheme>Bin Laden</grapheme><phoneme>bɪn ˈlɑːdən</phoneme></lexeme>
  <lexeme><grapheme>Daesh</grapheme><phoneme>ˌdaˈɛʃ</phoneme></lexeme>
  <lexeme><grapheme>Ahmed</grapheme><phoneme>ˈɑːmɛd</phoneme></lexeme>
  <lexeme><grapheme>halloumi</grapheme><grapheme>Halloumi</grapheme><phoneme>həˈluːmi</phoneme></lexeme>
  <lexeme><grapheme>za'atar</grapheme><grapheme>Za'atar</grapheme><phoneme>ˈzɑːtɑː</phoneme></lexeme>
  <lexeme><grapheme>moussaka</grapheme><grapheme>Moussaka</grapheme><phoneme>muːˈsɑːkə</phoneme></lexeme>
  <lexeme><grapheme>feta</grapheme><grapheme>Feta</grapheme><phoneme>ˈfɛtə</phoneme></lexeme>
  <lexeme><grapheme>tzatziki</grapheme><grapheme>Tzatziki</grapheme><phoneme>tsætˈsiːki</phoneme></lexeme>
  <lexeme><grapheme>taramasalata</grapheme><grapheme>Taramasalata</grapheme><phoneme>ˌtærəməsəˈlɑːtə</phoneme></lexeme>

  <!-- Africa -->
  <lexeme><grapheme>Darfur</grapheme><phoneme>dɑːˈfʊə</phoneme></lexeme>
  <lexeme><grapheme>Dagalo</grapheme><phoneme>dəˈɡɑːləʊ</phoneme></lexeme>
  <lexeme><grapheme>Omar al-Bashir</grapheme><phoneme>ˌəʊmɑːr æl bəˈʃɪə</phoneme></lexeme>
  <lexeme><grapheme>Kiir</grapheme><phoneme>kɪə</phoneme></lexeme>
  <lexeme><grapheme>Riek Machar</grapheme><phoneme>ˌriːɛk məˈʃɑː</phoneme></lexeme>
  <lexeme><grapheme>Abiy</grapheme><phoneme>ˈæbi</phoneme></lexeme>
  <lexeme><grapheme>Tigray</grapheme><phoneme>ˈtɪɡraɪ</phoneme></lexeme>
  <lexeme><grapheme>Haile Selassie</grapheme><phoneme>ˌhaɪli səˈlæsi</phoneme></lexeme>
  <lexeme><grapheme>Isaias Afwerki</grapheme><phoneme>ɪˌsaɪəs æfˈwɜːki</phoneme></lexeme>
  <lexeme><grapheme>Eritrea</grapheme><phoneme>ˌɛrɪˈtreɪə</phoneme></lexeme>
  <lexeme><grapheme>Eritrean</grapheme><phoneme>ˌɛrɪˈtreɪən</phoneme></lexeme>
  <lexeme><grapheme>Hargeisa</grapheme><phoneme>hɑːˈɡeɪsə</phoneme></lexeme>
  <lexeme><grapheme>al-Shabab</grapheme><grapheme>al-Shabaab</grapheme><grapheme>Al-Shabab</grapheme><grapheme>Al-Shabaab</grapheme><phoneme>ˌælʃəˈbɑːb</phoneme></lexeme>
  <lexeme><grapheme>Kenyatta</grapheme><phoneme>kɛnˈjætə</phoneme></lexeme>
  <lexeme><grapheme>Uhuru</grapheme><phoneme>uːˈhuːruː</phoneme></lexeme>
  <lexeme><grapheme>Odinga</grapheme><phoneme>əʊˈdɪŋɡə</phoneme></lexeme>
  <lexeme><grapheme>Raila</grapheme><phoneme>ˈraɪlə</phoneme></lexeme>
  <lexeme><grapheme>Museveni</grapheme><phoneme>muːˈsɛvəni</phoneme></lexeme>
  <lexeme><grapheme>Yoweri</grapheme><phoneme>jəʊˈwɛri</phoneme></lexeme>
  <lexeme><grapheme>Besigye</grapheme><phoneme>bɛˈsɪdʒeɪ</phoneme></lexeme>
  <lexeme><grapheme>Entebbe</grapheme><phoneme>ɛnˈtɛbi</phoneme></lexeme>
  <lexeme><grapheme>Kagame</grapheme><phoneme>kəˈɡɑːmeɪ</phoneme></lexeme>
  <lexeme><grapheme>Tutsi</grapheme><phoneme>ˈtʊtsi</phoneme></lexeme>
  <lexeme><grapheme>Bujumbura</grapheme><phoneme>ˌbuːdʒʊmˈbʊərə</phoneme></lexeme>
  <lexeme><grapheme>Gitega</grapheme><phoneme>ɡɪˈteɪɡə</phoneme></lexeme>
  <lexeme><grapheme>Kivu</grapheme><phoneme>ˈkiːvuː</phoneme></lexeme>
  <lexeme><grapheme>Tshisekedi</grapheme><phoneme>ˌtʃɪsəˈkɛdi</phoneme></lexeme>
  <lexeme><grapheme>Kabila</grapheme><phoneme>kəˈbiːlə</phoneme></lexeme>
  <lexeme><grapheme>Mobutu</grapheme><phoneme>məˈbuːtuː</phoneme></lexeme>
  <lexeme><grapheme>Mobutu Sese Seko</grapheme><phoneme>məˌbuːtuː ˌsɛseɪ ˈsɛkəʊ</phoneme></lexeme>
  <lexeme><grapheme>Katumbi</grapheme><phoneme>kəˈtuːmbi</phoneme></lexeme>
  <lexeme><grapheme>Dar es Salaam</grapheme><phoneme>ˌdɑːr ɛs səˈlɑːm</phoneme></lexeme>
  <lexeme><grapheme>Magufuli</grapheme><phoneme>ˌmæɡuːˈfuːli</phoneme></lexeme>
  <lexeme><grapheme>Nyerere</grapheme><phoneme>njəˈreəri</phoneme></lexeme>
  <lexeme><grapheme>Maputo</grapheme><phoneme>məˈpuːtəʊ</phoneme></lexeme>
  <lexeme><grapheme>Hichilema</grapheme><phoneme>ˌhɪtʃɪˈleɪmə</phoneme></lexeme>
  <lexeme><grapheme>Lungu</grapheme><phoneme>ˈlʊŋɡuː</phoneme></lexeme>
  <lexeme><grapheme>Lilongwe</grapheme><phoneme>lɪˈlɒŋweɪ</phoneme></lexeme>
  <lexeme><grapheme>Chakwera</grapheme><phoneme>tʃækˈweərə</phoneme></lexeme>
  <lexeme><grapheme>Mutharika</grapheme><phoneme>ˌmuːtəˈriːkə</phoneme></lexeme>
  <lexeme><grapheme>Bulawayo</grapheme><phoneme>ˌbʊləˈweɪəʊ</phoneme></lexeme>
  <lexeme><grapheme>Mugabe</grapheme><phoneme>muːˈɡɑːbi</phoneme></lexeme>
  <lexeme><grapheme>Mnangagwa</grapheme><phoneme>mənæŋˈɡɑːɡwə</phoneme></lexeme>
  <lexeme><grapheme>Tsvangirai</grapheme><phoneme>ˌtʃæŋɡɪˈraɪ</phoneme></lexeme>
  <lexeme><grapheme>Chamisa</grapheme><phoneme>tʃəˈmiːsə</phoneme></lexeme>
  <lexeme><grapheme>Gaborone</grapheme><phoneme>ˌɡæbəˈrəʊni</phoneme></lexeme>
  <lexeme><grapheme>Windhoek</grapheme><phoneme>ˈvɪnthʊk</phoneme></lexeme>
  <lexeme><grapheme>Geingob</grapheme><phoneme>ˈɡaɪnɡɒb</phoneme></lexeme>
  <lexeme><grapheme>João</grapheme><grapheme>Joao</grapheme><phoneme>ʒwaʊ</phoneme></lexeme>
  <lexeme><grapheme>Lourenço</grapheme><grapheme>Lourenco</grapheme><phoneme>lʊˈrɛnsuː</phoneme></lexeme>
  <lexeme><grapheme>Tshwane</grapheme><phoneme>ˈtʃwɑːneɪ</phoneme></lexeme>
  <lexeme><grapheme>KwaZulu-Natal</grapheme><phoneme>kwɑːˌzuːluːnəˈtɑːl</phoneme></lexeme>
  <lexeme><grapheme>Gauteng</grapheme><phoneme>ˈhaʊtɛŋ</phoneme></lexeme>
  <lexeme><grapheme>Ramaphosa</grapheme><phoneme>ˌræməˈpəʊsə</phoneme></lexeme>
  <lexeme><grapheme>Thabo</grapheme><phoneme>ˈtɑːbəʊ</phoneme></lexeme>
  <lexeme><grapheme>Mbeki</grapheme><phoneme>əmˈbɛki</phoneme></lexeme>
  <lexeme><grapheme>Malema</grapheme><phoneme>məˈleɪmə</phoneme></lexeme>
  <lexeme><grapheme>uMkhonto weSizwe</grapheme><phoneme>ʊmˌkɒntəʊ wɛˈsɪzweɪ</phoneme></lexeme>
  <lexeme><grapheme>apartheid</grapheme><grapheme>Apartheid</grapheme><phoneme>əˈpɑːtheɪt</phoneme></lexeme>
  <lexeme><grapheme>Mbabane</grapheme><phoneme>ˌəmbəˈbɑːneɪ</phoneme></lexeme>
  <lexeme><grapheme>Antananarivo</grapheme><phoneme>ˌæntəˌnænəˈriːvəʊ</phoneme></lexeme>
  <lexeme><grapheme>Coetzee</grapheme><phoneme>kʊtˈsiː</phoneme></lexeme>
  <lexeme><grapheme>Charlize</grapheme><phoneme>ʃɑːˈliːz</phoneme></lexeme>
  <lexeme><grapheme>Hausa</grapheme><phoneme>ˈhaʊsə</phoneme></lexeme>
  <lexeme><grapheme>Fulani</grapheme><phoneme>fuːˈlɑːni</phoneme></lexeme>
  <lexeme><grapheme>Comoros</grapheme><phoneme>ˈkɒmərəʊz</phoneme></lexeme>
  <lexeme><grapheme>Banjul</grapheme><phoneme>bænˈdʒuːl</phoneme></lexeme>
  <lexeme><grapheme>Abuja</grapheme><phoneme>əˈbuːdʒə</phoneme></lexeme>
  <lexeme><grapheme>Buhari</grapheme><phoneme>buːˈhɑːri</phoneme></lexeme>
  <lexeme><grapheme>Obi</grapheme><phoneme>ˈəʊbi</phoneme></lexeme>
  <lexeme><grapheme>Okonjo-Iweala</grapheme><phoneme>ɒˌkɒndʒəʊɪˈweɪlə</phoneme></lexeme>
  <lexeme><grapheme>Soyinka</grapheme><phoneme>ʃɔɪˈɪŋkə</phoneme></lexeme>
  <lexeme><grapheme>Wole</grapheme><phoneme>ˈwɒleɪ</phoneme></lexeme>
  <lexeme><grapheme>Achebe</grapheme><phoneme>əˈtʃɛbeɪ</phoneme></lexeme>
  <lexeme><grapheme>Adichie</grapheme><phoneme>əˈdiːtʃi</phoneme></lexeme>
  <lexeme><grapheme>Dangote</grapheme><phoneme>dæŋˈɡəʊteɪ</phoneme></lexeme>
  <lexeme><grapheme>Chiwetel Ejiofor</grapheme><phoneme>ˌtʃuːɪtɛl ˈɛdʒiəfɔː</phoneme></lexeme>
  <lexeme><grapheme>naira</grapheme><grapheme>Naira</grapheme><phoneme>ˈnaɪrə</phoneme></lexeme>
  <lexeme><grapheme>Accra</grapheme><phoneme>əˈkrɑː</phoneme></lexeme>
  <lexeme><grapheme>Akufo-Addo</grapheme><phoneme>əˌkuːfəʊəˈdəʊ</phoneme></lexeme>
  <lexeme><grapheme>Nkrumah</grapheme><phoneme>ənˈkruːmə</phoneme></lexeme>
  <lexeme><grapheme>Kwame</grapheme><phoneme>ˈkwɑːmi</phoneme></lexeme>
  <lexeme><grapheme>cedi</grapheme><grapheme>Cedi</grapheme><phoneme>ˈsiːdi</phoneme></lexeme>
  <lexeme><grapheme>Côte d'Ivoire</grapheme><phoneme>ˌkəʊt diːˈvwɑː</phoneme></lexeme>
  <lexeme><grapheme>Abidjan</grapheme><phoneme>ˌæbiˈdʒɑːn</phoneme></lexeme>
  <lexeme><grapheme>Yamoussoukro</grapheme><phoneme>ˌjæmuːˈsuːkrəʊ</phoneme></lexeme>
  <lexeme><grapheme>Gbagbo</grapheme><phoneme>ˈbæɡbəʊ</phoneme></lexeme>
  <lexeme><grapheme>Traoré</grapheme><grapheme>Traore</grapheme><phoneme>traʊˈreɪ</phoneme></lexeme>
  <lexeme><grapheme>Timbuktu</grapheme><phoneme>ˌtɪmbʌkˈtuː</phoneme></lexeme>
  <lexeme><grapheme>Goïta</grapheme><phoneme>ˈɡɔɪtə</phoneme></lexeme>
  <lexeme><grapheme>Niger</grapheme><phoneme>niːˈʒeə</phoneme></lexeme>
  <lexeme><grapheme>Niger Delta</grapheme><phoneme>ˌnaɪdʒə ˈdɛltə</phoneme></lexeme>
  <lexeme><grapheme>River Niger</grapheme><phoneme>ˌrɪvə ˈnaɪdʒə</phoneme></lexeme>
  <lexeme><grapheme>Niamey</grapheme><phoneme>niˈɑːmeɪ</phoneme></lexeme>
  <lexeme><grapheme>Tchiani</grapheme><phoneme>tʃiˈɑːni</phoneme></lexeme>
  <lexeme><grapheme>N'Djamena</grapheme><grapheme>Ndjamena</grapheme><phoneme>əndʒæˈmeɪnə</phoneme></lexeme>
  <lexeme><grapheme>Yaoundé</grapheme><grapheme>Yaounde</grapheme><phoneme>jaˈʊndeɪ</phoneme></lexeme>
  <lexeme><grapheme>Nguema</grapheme><phoneme>əŋˈɡweɪmə</phoneme></lexeme>
  <lexeme><grapheme>Obiang</grapheme><phoneme>ˌɒbiˈæŋ</phoneme></lexeme>
  <lexeme><grapheme>Doumbouya</grapheme><phoneme>duːmˈbuːjə</phoneme></lexeme>
  <lexeme><grapheme>Guinea-Bissau</grapheme><phoneme>ˌɡɪnibɪˈsaʊ</phoneme></lexeme>
  <lexeme><grapheme>Senegal</grapheme><phoneme>ˌsɛnɪˈɡɔːl</phoneme></lexeme>
  <lexeme><grapheme>Bassirou Diomaye Faye</grapheme><phoneme>ˌbæsɪruː djɒˌmaɪ ˈfaɪ</phoneme></lexeme>
  <lexeme><grapheme>Ousmane</grapheme><phoneme>uːsˈmɑːn</phoneme></lexeme>
  <lexeme><grapheme>Benin</grapheme><phoneme>bɛˈniːn</phoneme></lexeme>
  <lexeme><grapheme>Cotonou</grapheme><phoneme>ˌkɒtəˈnuː</phoneme></lexeme>
  <lexeme><grapheme>Nouakchott</grapheme><phoneme>ˈnwækʃɒt</phoneme></lexeme>
  <lexeme><grapheme>Ghazouani</grapheme><phoneme>ˌɡæzuːˈɑːni</phoneme></lexeme>
  <lexeme><grapheme>Tedros</grapheme><phoneme>ˈteɪdrɒs</phoneme></lexeme>
  <lexeme><grapheme>Ghebreyesus</grapheme><phoneme>ˌɡɛbrəˈjeɪsʊs</phoneme></lexeme>
  <lexeme><grapheme>Ngũgĩ wa Thiong'o</grapheme><grapheme>Ngugi wa Thiong'o</grapheme><phoneme>əŋˌɡuːɡi wɑː θiˈɒŋɡəʊ</phoneme></lexeme>
  <lexeme><grapheme>Nyong'o</grapheme><phoneme>ˈnjɒŋəʊ</phoneme></lexeme>

  <!-- Latin America -->
  <lexeme><grapheme>Oaxaca</grapheme><phoneme>wəˈhɑːkə</phoneme></lexeme>
  <lexeme><grapheme>Chiapas</grapheme><phoneme>tʃiˈæpəs</phoneme></lexeme>
  <lexeme><grapheme>Guadalajara</grapheme><phoneme>ˌɡwɑːdələˈhɑːrə</phoneme></lexeme>
  <lexeme><grapheme>Juárez</grapheme><grapheme>Juarez</grapheme><phoneme>ˈhwɑːrɛz</phoneme></lexeme>
  <lexeme><grapheme>Ciudad Juárez</grapheme><grapheme>Ciudad Juarez</grapheme><phoneme>sjuːˌdɑːd ˈhwɑːrɛz</phoneme></lexeme>
  <lexeme><grapheme>Tijuana</grapheme><phoneme>tiːˈhwɑːnə</phoneme></lexeme>
  <lexeme><grapheme>Jalisco</grapheme><phoneme>həˈlɪskəʊ</phoneme></lexeme>
  <lexeme><grapheme>Cancún</grapheme><phoneme>kænˈkuːn</phoneme></lexeme>
  <lexeme><grapheme>Andrés Manuel</grapheme><phoneme>ænˌdrɛs mænˈwɛl</phoneme></lexeme>
  <lexeme><grapheme>Peña Nieto</grapheme><phoneme>ˌpɛnjə niˈɛtəʊ</phoneme></lexeme>
  <lexeme><grapheme>Nieto</grapheme><phoneme>niˈɛtəʊ</phoneme></lexeme>
  <lexeme><grapheme>Morena</grapheme><phoneme>məˈreɪnə</phoneme></lexeme>
  <lexeme><grapheme>Yucatán</grapheme><grapheme>Yucatan</grapheme><phoneme>ˌjʊkəˈtɑːn</phoneme></lexeme>
  <lexeme><grapheme>Tegucigalpa</grapheme><phoneme>təˌɡuːsɪˈɡælpə</phoneme></lexeme>
  <lexeme><grapheme>Xiomara</grapheme><phoneme>siəˈmɑːrə</phoneme></lexeme>
  <lexeme><grapheme>Nayib</grapheme><phoneme>naɪˈiːb</phoneme></lexeme>
  <lexeme><grapheme>Bukele</grapheme><phoneme>buːˈkɛleɪ</phoneme></lexeme>
  <lexeme><grapheme>Ortega</grapheme><phoneme>ɔːˈteɪɡə</phoneme></lexeme>
  <lexeme><grapheme>Rosario Murillo</grapheme><phoneme>rəˌsɑːriəʊ mʊˈriːjəʊ</phoneme></lexeme>
  <lexeme><grapheme>Mulino</grapheme><phoneme>muːˈliːnəʊ</phoneme></lexeme>
  <lexeme><grapheme>Che Guevara</grapheme><phoneme>ˌtʃeɪ ɡəˈvɑːrə</phoneme></lexeme>
  <lexeme><grapheme>Moïse</grapheme><phoneme>məʊˈiːz</phoneme></lexeme>
  <lexeme><grapheme>Abinader</grapheme><phoneme>ˌæbɪnəˈdeə</phoneme></lexeme>
  <lexeme><grapheme>Maduro</grapheme><phoneme>məˈdʊərəʊ</phoneme></lexeme>
  <lexeme><grapheme>Chávez</grapheme><phoneme>ˈtʃævɛz</phoneme></lexeme>
  <lexeme><grapheme>Hugo Chávez</grapheme><grapheme>Hugo Chavez</grapheme><phoneme>ˌhjuːɡəʊ ˈtʃævɛz</phoneme></lexeme>
  <lexeme><grapheme>Guaidó</grapheme><grapheme>Guaido</grapheme><phoneme>ɡwaɪˈdəʊ</phoneme></lexeme>
  <lexeme><grapheme>Medellín</grapheme><grapheme>Medellin</grapheme><phoneme>ˌmɛdəˈjiːn</phoneme></lexeme>
  <lexeme><grapheme>Cartagena</grapheme><phoneme>ˌkɑːtəˈheɪnə</phoneme></lexeme>
  <lexeme><grapheme>Gustavo</grapheme><phoneme>ɡʊˈstɑːvəʊ</phoneme></lexeme>
  <lexeme><grapheme>Duque</grapheme><phoneme>ˈduːkeɪ</phoneme></lexeme>
  <lexeme><grapheme>Uribe</grapheme><phoneme>uːˈriːbeɪ</phoneme></lexeme>
  <lexeme><grapheme>García</grapheme><phoneme>ɡɑːˈsiːə</phoneme></lexeme>
  <lexeme><grapheme>Guayaquil</grapheme><phoneme>ˌɡwaɪəˈkiːl</phoneme></lexeme>
  <lexeme><grapheme>Correa</grapheme><phoneme>kəˈreɪə</phoneme></lexeme>
  <lexeme><grapheme>Galápagos</grapheme><grapheme>Galapagos</grapheme><phoneme>ɡəˈlæpəɡəs</phoneme></lexeme>
  <lexeme><grapheme>Cusco</grapheme><phoneme>ˈkʊskəʊ</phoneme></lexeme>
  <lexeme><grapheme>Machu Picchu</grapheme><phoneme>ˌmætʃuː ˈpiːktʃuː</phoneme></lexeme>
  <lexeme><grapheme>Boluarte</grapheme><phoneme>ˌbɒluːˈɑːteɪ</phoneme></lexeme>
  <lexeme><grapheme>Vargas Llosa</grapheme><phoneme>ˌvɑːɡəs ˈjəʊsə</phoneme></lexeme>
  <lexeme><grapheme>Evo Morales</grapheme><phoneme>ˌɛvəʊ məˈrɑːlɛs</phoneme></lexeme>
  <lexeme><grapheme>Morales</grapheme><phoneme>məˈrɑːlɛs</phoneme></lexeme>
  <lexeme><grapheme>Luis Arce</grapheme><phoneme>luˌiːs ˈɑːseɪ</phoneme></lexeme>
  <lexeme><grapheme>Asunción</grapheme><grapheme>Asuncion</grapheme><phoneme>əˌsʊnsiˈɒn</phoneme></lexeme>
  <lexeme><grapheme>Valparaíso</grapheme><grapheme>Valparaiso</grapheme><phoneme>ˌvælpəˈraɪzəʊ</phoneme></lexeme>
  <lexeme><grapheme>Allende</grapheme><phoneme>aɪˈɛndeɪ</phoneme></lexeme>
  <lexeme><grapheme>Pinochet</grapheme><phoneme>ˈpiːnəʃeɪ</phoneme></lexeme>
  <lexeme><grapheme>Sucre</grapheme><phoneme>ˈsuːkreɪ</phoneme></lexeme>
  <lexeme><grapheme>Codelco</grapheme><phoneme>kəʊˈdɛlkəʊ</phoneme></lexeme>
  <lexeme><grapheme>Neruda</grapheme><phoneme>nəˈruːdə</phoneme></lexeme>
  <lexeme><grapheme>Milei</grapheme><phoneme>mɪˈleɪ</phoneme></lexeme>
  <lexeme><grapheme>Kirchner</grapheme><phoneme>ˈkɪəʃnə</phoneme></lexeme>
  <lexeme><grapheme>Peron</grapheme><phoneme>pəˈrɒn</phoneme></lexeme>
  <lexeme><grapheme>Jorge Luis Borges</grapheme><phoneme>ˌhɔːheɪ luˌiːs ˈbɔːhɛs</phoneme></lexeme>
  <lexeme><grapheme>Patagonia</grapheme><phoneme>ˌpætəˈɡəʊniə</phoneme></lexeme>
  <lexeme><grapheme>Córdoba</grapheme><grapheme>Cordoba</grapheme><phoneme>ˈkɔːdəbə</phoneme></lexeme>
  <lexeme><grapheme>Vaca Muerta</grapheme><phoneme>ˌvɑːkə ˈmweətə</phoneme></lexeme>
  <lexeme><grapheme>MercadoLibre</grapheme><phoneme>məˌkɑːdəʊˈliːbreɪ</phoneme></lexeme>
  <lexeme><grapheme>Iñárritu</grapheme><phoneme>ɪˈnjɑːrɪtuː</phoneme></lexeme>
  <lexeme><grapheme>Cuarón</grapheme><phoneme>kwɑːˈrɒn</phoneme></lexeme>
  <lexeme><grapheme>Guillermo</grapheme><phoneme>ɡiˈeəməʊ</phoneme></lexeme>
  <lexeme><grapheme>Dudamel</grapheme><phoneme>ˌduːdəˈmɛl</phoneme></lexeme>
  <lexeme><grapheme>Minas Gerais</grapheme><phoneme>ˌmiːnəs ʒəˈraɪs</phoneme></lexeme>
  <lexeme><grapheme>Recife</grapheme><phoneme>rəˈsiːfi</phoneme></lexeme>
  <lexeme><grapheme>Manaus</grapheme><phoneme>məˈnaʊs</phoneme></lexeme>
  <lexeme><grapheme>Bolsonaro</grapheme><phoneme>ˌbɒlsəˈnɑːrəʊ</phoneme></lexeme>
  <lexeme><grapheme>Jair Bolsonaro</grapheme><phoneme>ʒaɪˌɪə ˌbɒlsəˈnɑːrəʊ</phoneme></lexeme>
  <lexeme><grapheme>Rousseff</grapheme><phoneme>ˈruːsɛf</phoneme></lexeme>
  <lexeme><grapheme>de Moraes</grapheme><phoneme>də məˈraɪs</phoneme></lexeme>
  <lexeme><grapheme>Petrobras</grapheme><phoneme>ˌpɛtrəʊˈbrɑːs</phoneme></lexeme>
  <lexeme><grapheme>Embraer</grapheme><phoneme>ˌɛmbraˈeə</phoneme></lexeme>
  <lexeme><grapheme>Itaú</grapheme><phoneme>ˌiːtaˈuː</phoneme></lexeme>
  <lexeme><grapheme>Bradesco</grapheme><phoneme>brəˈdɛskəʊ</phoneme></lexeme>
  <lexeme><grapheme>Nubank</grapheme><phoneme>ˈnuːbæŋk</phoneme></lexeme>
  <lexeme><grapheme>Pele</grapheme><phoneme>ˈpɛleɪ</phoneme></lexeme>
  <lexeme><grapheme>Neymar</grapheme><phoneme>ˈneɪmɑː</phoneme></lexeme>
  <lexeme><grapheme>Coelho</grapheme><phoneme>kuˈɛljuː</phoneme></lexeme>
  <lexeme><grapheme>Lava Jato</grapheme><phoneme>ˌlɑːvə ˈʒɑːtuː</phoneme></lexeme>
  <lexeme><grapheme>favela</grapheme><grapheme>Favela</grapheme><phoneme>fəˈvɛlə</phoneme></lexeme>
  <lexeme><grapheme>caudillo</grapheme><grapheme>Caudillo</grapheme><phoneme>kaʊˈdiːjəʊ</phoneme></lexeme>
  <lexeme><grapheme>jalapeño</grapheme><grapheme>Jalapeño</grapheme><phoneme>ˌhæləˈpeɪnjəʊ</phoneme></lexeme>
  <lexeme><grapheme>quinoa</grapheme><grapheme>Quinoa</grapheme><phoneme>ˈkiːnwɑː</phoneme></lexeme>
  <lexeme><grapheme>bodega</grapheme><grapheme>Bodega</grapheme><phoneme>bəˈdeɪɡə</phoneme></lexeme>
  <lexeme><grapheme>ceviche</grapheme><grapheme>Ceviche</grapheme><phoneme>səˈviːtʃeɪ</phoneme></lexeme>
  <lexeme><grapheme>gaucho</grapheme><grapheme>Gaucho</grapheme><phoneme>ˈɡaʊtʃəʊ</phoneme></lexeme>

  <!-- Britain -->
  <lexeme><grapheme>Bicester</grapheme><phoneme>ˈbɪstə</phoneme></lexeme>
  <lexeme><grapheme>Towcester</grapheme><phoneme>ˈtəʊstə</phoneme></lexeme>
  <lexeme><grapheme>Alcester</grapheme><phoneme>ˈɔːlstə</phoneme></lexeme>
  <lexeme><grapheme>Alnwick</grapheme><phoneme>ˈænɪk</phoneme></lexeme>
  <lexeme><grapheme>Keswick</grapheme><phoneme>ˈkɛzɪk</phoneme></lexeme>
  <lexeme><grapheme>Southwark</grapheme><phoneme>ˈsʌðək</phoneme></lexeme>
  <lexeme><grapheme>Dulwich</grapheme><phoneme>ˈdʌlɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Woolwich</grapheme><phoneme>ˈwʊlɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Smethwick</grapheme><phoneme>ˈsmɛðɪk</phoneme></lexeme>
  <lexeme><grapheme>Bournemouth</grapheme><phoneme>ˈbɔːnməθ</phoneme></lexeme>
  <lexeme><grapheme>Exmouth</grapheme><phoneme>ˈɛksməθ</phoneme></lexeme>
  <lexeme><grapheme>Teignmouth</grapheme><phoneme>ˈtɪnməθ</phoneme></lexeme>
  <lexeme><grapheme>Grangemouth</grapheme><phoneme>ˈɡreɪndʒməθ</phoneme></lexeme>
  <lexeme><grapheme>Lewes</grapheme><phoneme>ˈluːɪs</phoneme></lexeme>
  <lexeme><grapheme>Folkestone</grapheme><phoneme>ˈfəʊkstən</phoneme></lexeme>
  <lexeme><grapheme>Tonbridge</grapheme><phoneme>ˈtʌnbrɪdʒ</phoneme></lexeme>
  <lexeme><grapheme>Lowestoft</grapheme><phoneme>ˈləʊstɒft</phoneme></lexeme>
  <lexeme><grapheme>Wymondham</grapheme><phoneme>ˈwɪndəm</phoneme></lexeme>
  <lexeme><grapheme>Costessey</grapheme><phoneme>ˈkɒsi</phoneme></lexeme>
  <lexeme><grapheme>Happisburgh</grapheme><phoneme>ˈheɪzbərə</phoneme></lexeme>
  <lexeme><grapheme>Cholmondeley</grapheme><phoneme>ˈtʃʌmli</phoneme></lexeme>
  <lexeme><grapheme>Featherstonehaugh</grapheme><phoneme>ˈfænʃɔː</phoneme></lexeme>
  <lexeme><grapheme>Mainwaring</grapheme><phoneme>ˈmænərɪŋ</phoneme></lexeme>
  <lexeme><grapheme>Magdalen College</grapheme><grapheme>Magdalene College</grapheme><phoneme>ˌmɔːdlɪn ˈkɒlɪdʒ</phoneme></lexeme>
  <lexeme><grapheme>Gonville and Caius</grapheme><phoneme>ˌɡɒnvɪl ənd ˈkiːz</phoneme></lexeme>
  <lexeme><grapheme>Pepys</grapheme><phoneme>piːps</phoneme></lexeme>
  <lexeme><grapheme>Marjoribanks</grapheme><phoneme>ˈmɑːtʃbæŋks</phoneme></lexeme>
  <lexeme><grapheme>Holborn</grapheme><phoneme>ˈhəʊbən</phoneme></lexeme>
  <lexeme><grapheme>Marylebone</grapheme><phoneme>ˈmɑːlɪbən</phoneme></lexeme>
  <lexeme><grapheme>Ruislip</grapheme><phoneme>ˈraɪslɪp</phoneme></lexeme>
  <lexeme><grapheme>Streatham</grapheme><phoneme>ˈstrɛtəm</phoneme></lexeme>
  <lexeme><grapheme>Deptford</grapheme><phoneme>ˈdɛtfəd</phoneme></lexeme>
  <lexeme><grapheme>Tottenham</grapheme><phoneme>ˈtɒtnəm</phoneme></lexeme>
  <lexeme><grapheme>Pall Mall</grapheme><phoneme>ˌpæl ˈmæl</phoneme></lexeme>
  <lexeme><grapheme>Dalziel</grapheme><phoneme>diːˈɛl</phoneme></lexeme>
  <lexeme><grapheme>Milngavie</grapheme><phoneme>mʌlˈɡaɪ</phoneme></lexeme>
  <lexeme><grapheme>Culzean</grapheme><phoneme>kəˈleɪn</phoneme></lexeme>
  <lexeme><grapheme>Kirkcudbright</grapheme><phoneme>kəˈkuːbri</phoneme></lexeme>
  <lexeme><grapheme>Glamis</grapheme><phoneme>ɡlɑːmz</phoneme></lexeme>
  <lexeme><grapheme>Linlithgow</grapheme><phoneme>lɪnˈlɪθɡəʊ</phoneme></lexeme>
  <lexeme><grapheme>Musselburgh</grapheme><phoneme>ˈmʌsəlbərə</phoneme></lexeme>
  <lexeme><grapheme>Leuchars</grapheme><phoneme>ˈluːxəz</phoneme></lexeme>
  <lexeme><grapheme>Lochaber</grapheme><phoneme>lɒˈxɑːbə</phoneme></lexeme>
  <lexeme><grapheme>Strathclyde</grapheme><phoneme>stræθˈklaɪd</phoneme></lexeme>
  <lexeme><grapheme>Argyll</grapheme><phoneme>ɑːˈɡaɪl</phoneme></lexeme>
  <lexeme><grapheme>Menzies Campbell</grapheme><phoneme>ˌmɪŋɪs ˈkæmbəl</phoneme></lexeme>
  <lexeme><grapheme>Yousaf</grapheme><phoneme>ˈjuːsəf</phoneme></lexeme>
  <lexeme><grapheme>Sarwar</grapheme><phoneme>ˈsɑːwɑː</phoneme></lexeme>
  <lexeme><grapheme>Salmond</grapheme><phoneme>ˈsæmənd</phoneme></lexeme>
  <lexeme><grapheme>Mhairi</grapheme><phoneme>ˈvɑːri</phoneme></lexeme>
  <lexeme><grapheme>Caernarfon</grapheme><phoneme>kəˈnɑːvən</phoneme></lexeme>
  <lexeme><grapheme>Ynys Môn</grapheme><phoneme>ˌʌnɪs ˈmɔːn</phoneme></lexeme>
  <lexeme><grapheme>Powys</grapheme><phoneme>ˈpəʊɪs</phoneme></lexeme>
  <lexeme><grapheme>Gwynedd</grapheme><phoneme>ˈɡwɪnɛð</phoneme></lexeme>
  <lexeme><grapheme>Ceredigion</grapheme><phoneme>ˌkɛrəˈdɪɡiɒn</phoneme></lexeme>
  <lexeme><grapheme>Senedd</grapheme><phoneme>ˈsɛnɛð</phoneme></lexeme>
  <lexeme><grapheme>Plaid Cymru</grapheme><phoneme>ˌplaɪd ˈkʌmri</phoneme></lexeme>
  <lexeme><grapheme>eisteddfod</grapheme><grapheme>Eisteddfod</grapheme><phoneme>aɪˈstɛðvɒd</phoneme></lexeme>
  <lexeme><grapheme>Eluned</grapheme><phoneme>ɛˈlɪnɛd</phoneme></lexeme>
  <lexeme><grapheme>Rhun ap Iorwerth</grapheme><phoneme>ˌriːn æp ˈjɔːweəθ</phoneme></lexeme>
  <lexeme><grapheme>Aneurin</grapheme><phoneme>əˈnaɪrɪn</phoneme></lexeme>
  <lexeme><grapheme>Ioan Gruffudd</grapheme><phoneme>ˌjəʊən ˈɡrɪfɪð</phoneme></lexeme>
  <lexeme><grapheme>Ieuan</grapheme><phoneme>ˈjaɪən</phoneme></lexeme>
  <lexeme><grapheme>Siân</grapheme><phoneme>ʃɑːn</phoneme></lexeme>
  <lexeme><grapheme>Owain</grapheme><phoneme>ˈəʊwaɪn</phoneme></lexeme>
  <lexeme><grapheme>Angharad</grapheme><phoneme>æŋˈhærəd</phoneme></lexeme>
  <lexeme><grapheme>Betws-y-Coed</grapheme><phoneme>ˌbɛtʊsəˈkɔɪd</phoneme></lexeme>
  <lexeme><grapheme>Eryri</grapheme><phoneme>ɛˈrʌri</phoneme></lexeme>
  <lexeme><grapheme>Pontypridd</grapheme><phoneme>ˌpɒntəˈpriːð</phoneme></lexeme>
  <lexeme><grapheme>Rhondda</grapheme><phoneme>ˈrɒnðə</phoneme></lexeme>
  <lexeme><grapheme>Sunak</grapheme><phoneme>ˈsuːnæk</phoneme></lexeme>
  <lexeme><grapheme>Badenoch</grapheme><phoneme>ˈbeɪdənɒk</phoneme></lexeme>
  <lexeme><grapheme>Farage</grapheme><phoneme>ˈfærɑːʒ</phoneme></lexeme>
  <lexeme><grapheme>Ghislaine</grapheme><phoneme>ɡɪˈleɪn</phoneme></lexeme>
  <lexeme><grapheme>Siddiq</grapheme><phoneme>sɪˈdiːk</phoneme></lexeme>
  <lexeme><grapheme>Mahmood</grapheme><phoneme>mɑːˈmuːd</phoneme></lexeme>
  <lexeme><grapheme>Disraeli</grapheme><phoneme>dɪzˈreɪli</phoneme></lexeme>
  <lexeme><grapheme>Callaghan</grapheme><phoneme>ˈkæləhən</phoneme></lexeme>
  <lexeme><grapheme>Heseltine</grapheme><phoneme>ˈhɛzəltaɪn</phoneme></lexeme>
  <lexeme><grapheme>Douglas-Home</grapheme><phoneme>ˌdʌɡləsˈhjuːm</phoneme></lexeme>
  <lexeme><grapheme>Fiennes</grapheme><phoneme>faɪnz</phoneme></lexeme>
  <lexeme><grapheme>Ralph Fiennes</grapheme><phoneme>ˌreɪf ˈfaɪnz</phoneme></lexeme>
  <lexeme><grapheme>Ralph Vaughan Williams</grapheme><phoneme>ˌreɪf ˌvɔːn ˈwɪljəmz</phoneme></lexeme>
  <lexeme><grapheme>Rowling</grapheme><phoneme>ˈrəʊlɪŋ</phoneme></lexeme>
  <lexeme><grapheme>Brontë</grapheme><phoneme>ˈbrɒnti</phoneme></lexeme>
  <lexeme><grapheme>Dua Lipa</grapheme><phoneme>ˌduːə ˈliːpə</phoneme></lexeme>

  <!-- Ireland -->
  <lexeme><grapheme>Sinn Féin</grapheme><grapheme>Sinn Fein</grapheme><phoneme>ˌʃɪn ˈfeɪn</phoneme></lexeme>
  <lexeme><grapheme>Dún Laoghaire</grapheme><grapheme>Dun Laoghaire</grapheme><phoneme>ˌdʌn ˈlɪəri</phoneme></lexeme>
  <lexeme><grapheme>Drogheda</grapheme><phoneme>ˈdrɒhɪdə</phoneme></lexeme>
  <lexeme><grapheme>Laois</grapheme><phoneme>liːʃ</phoneme></lexeme>
  <lexeme><grapheme>Cobh</grapheme><phoneme>kəʊv</phoneme></lexeme>
  <lexeme><grapheme>Youghal</grapheme><phoneme>jɔːl</phoneme></lexeme>
  <lexeme><grapheme>Tallaght</grapheme><phoneme>ˈtælə</phoneme></lexeme>
  <lexeme><grapheme>tánaiste</grapheme><grapheme>tanaiste</grapheme><grapheme>Tánaiste</grapheme><grapheme>Tanaiste</grapheme><phoneme>ˈtɔːnɪʃtə</phoneme></lexeme>
  <lexeme><grapheme>Dáil</grapheme><grapheme>Dail</grapheme><phoneme>dɔɪl</phoneme></lexeme>
  <lexeme><grapheme>Dáil Éireann</grapheme><phoneme>ˌdɔɪl ˈeərən</phoneme></lexeme>
  <lexeme><grapheme>Éire</grapheme><phoneme>ˈeərə</phoneme></lexeme>
  <lexeme><grapheme>Oireachtas</grapheme><phoneme>ˈɛrəxtəs</phoneme></lexeme>
  <lexeme><grapheme>Seanad</grapheme><phoneme>ˈʃænəd</phoneme></lexeme>
  <lexeme><grapheme>Fianna Fáil</grapheme><grapheme>Fianna Fail</grapheme><phoneme>ˌfiːənə ˈfɔɪl</phoneme></lexeme>
  <lexeme><grapheme>Fine Gael</grapheme><phoneme>ˌfiːnə ˈɡeɪl</phoneme></lexeme>
  <lexeme><grapheme>gardaí</grapheme><grapheme>gardai</grapheme><grapheme>Gardaí</grapheme><grapheme>Gardai</grapheme><phoneme>ɡɑːˈdiː</phoneme></lexeme>
  <lexeme><grapheme>Gaeltacht</grapheme><phoneme>ˈɡeɪltəxt</phoneme></lexeme>
  <lexeme><grapheme>Micheál</grapheme><phoneme>ˈmiːhɔːl</phoneme></lexeme>
  <lexeme><grapheme>Micheál Martin</grapheme><grapheme>Micheal Martin</grapheme><phoneme>ˌmiːhɔːl ˈmɑːtɪn</phoneme></lexeme>
  <lexeme><grapheme>Varadkar</grapheme><phoneme>vəˈrædkə</phoneme></lexeme>
  <lexeme><grapheme>Ahern</grapheme><phoneme>əˈhɜːn</phoneme></lexeme>
  <lexeme><grapheme>Éamon</grapheme><phoneme>ˈeɪmən</phoneme></lexeme>
  <lexeme><grapheme>de Valera</grapheme><grapheme>De Valera</grapheme><phoneme>ˌdɛ vəˈleərə</phoneme></lexeme>
  <lexeme><grapheme>Donohoe</grapheme><phoneme>ˈdʌnəhuː</phoneme></lexeme>
  <lexeme><grapheme>Seán</grapheme><phoneme>ʃɔːn</phoneme></lexeme>
  <lexeme><grapheme>Séamus</grapheme><phoneme>ˈʃeɪməs</phoneme></lexeme>
  <lexeme><grapheme>Cillian</grapheme><phoneme>ˈkɪliən</phoneme></lexeme>
  <lexeme><grapheme>Niamh</grapheme><phoneme>niːv</phoneme></lexeme>
  <lexeme><grapheme>Ciarán</grapheme><phoneme>ˈkɪərən</phoneme></lexeme>
  <lexeme><grapheme>Róisín</grapheme><grapheme>Roisin</grapheme><phoneme>rəʊˈʃiːn</phoneme></lexeme>
  <lexeme><grapheme>Oisín</grapheme><grapheme>Oisin</grapheme><phoneme>ʊˈʃiːn</phoneme></lexeme>
  <lexeme><grapheme>Eoin</grapheme><phoneme>ˈəʊɪn</phoneme></lexeme>
  <lexeme><grapheme>Eoghan</grapheme><phoneme>ˈəʊən</phoneme></lexeme>
  <lexeme><grapheme>Pádraig</grapheme><grapheme>Padraig</grapheme><phoneme>ˈpɔːdrɪɡ</phoneme></lexeme>
  <lexeme><grapheme>Gráinne</grapheme><grapheme>Grainne</grapheme><phoneme>ˈɡrɔːnjə</phoneme></lexeme>
  <lexeme><grapheme>Fionnuala</grapheme><phoneme>fɪˈnuːlə</phoneme></lexeme>
  <lexeme><grapheme>Diarmuid</grapheme><grapheme>Diarmaid</grapheme><phoneme>ˈdɪəmɪd</phoneme></lexeme>
  <lexeme><grapheme>Ailbhe</grapheme><phoneme>ˈælvə</phoneme></lexeme>
  <lexeme><grapheme>Bríd</grapheme><phoneme>briːd</phoneme></lexeme>
  <lexeme><grapheme>Dáithí</grapheme><phoneme>ˈdɔːhi</phoneme></lexeme>
  <lexeme><grapheme>Tadhg</grapheme><phoneme>taɪɡ</phoneme></lexeme>
  <lexeme><grapheme>Ruairí</grapheme><grapheme>Ruairi</grapheme><phoneme>ˈrʊəri</phoneme></lexeme>
  <lexeme><grapheme>Cathal</grapheme><phoneme>ˈkæhəl</phoneme></lexeme>
  <lexeme><grapheme>Tóibín</grapheme><grapheme>Toibin</grapheme><phoneme>təʊˈbiːn</phoneme></lexeme>
  <lexeme><grapheme>Colm Tóibín</grapheme><grapheme>Colm Toibin</grapheme><phoneme>ˌkɒləm təʊˈbiːn</phoneme></lexeme>
  <lexeme><grapheme>Meadhbh</grapheme><phoneme>meɪv</phoneme></lexeme>
  <lexeme><grapheme>Mairéad</grapheme><grapheme>Mairead</grapheme><phoneme>məˈreɪd</phoneme></lexeme>
  <lexeme><grapheme>Clodagh</grapheme><phoneme>ˈkləʊdə</phoneme></lexeme>
  <lexeme><grapheme>Domhnall</grapheme><phoneme>ˈdəʊnəl</phoneme></lexeme>
  <lexeme><grapheme>Feargal</grapheme><phoneme>ˈfɜːɡəl</phoneme></lexeme>
  <lexeme><grapheme>Yeats</grapheme><phoneme>jeɪts</phoneme></lexeme>
  <lexeme><grapheme>craic</grapheme><grapheme>Craic</grapheme><phoneme>kræk</phoneme></lexeme>
  <lexeme><grapheme>Samhain</grapheme><phoneme>ˈsaʊɪn</phoneme></lexeme>
  <lexeme><grapheme>poitín</grapheme><grapheme>Poitín</grapheme><phoneme>pɒˈtʃiːn</phoneme></lexeme>

  <!-- America -->
  <lexeme><grapheme>Buttigieg</grapheme><phoneme>ˈbuːtədʒɛdʒ</phoneme></lexeme>
  <lexeme><grapheme>Kushner</grapheme><phoneme>ˈkʊʃnə</phoneme></lexeme>
  <lexeme><grapheme>Pompeo</grapheme><phoneme>pɒmˈpeɪəʊ</phoneme></lexeme>
  <lexeme><grapheme>Kaepernick</grapheme><phoneme>ˈkæpənɪk</phoneme></lexeme>
  <lexeme><grapheme>Magee</grapheme><phoneme>məˈɡiː</phoneme></lexeme>
  <lexeme><grapheme>Cobain</grapheme><phoneme>kəʊˈbeɪn</phoneme></lexeme>
  <lexeme><grapheme>Penske</grapheme><phoneme>ˈpɛnski</phoneme></lexeme>
  <lexeme><grapheme>Feinstein</grapheme><phoneme>ˈfaɪnstaɪn</phoneme></lexeme>
  <lexeme><grapheme>Kanye</grapheme><phoneme>ˈkɑːnjeɪ</phoneme></lexeme>
  <lexeme><grapheme>Hochul</grapheme><phoneme>ˈhəʊkəl</phoneme></lexeme>
  <lexeme><grapheme>Noem</grapheme><phoneme>nəʊm</phoneme></lexeme>
  <lexeme><grapheme>Vivek Ramaswamy</grapheme><phoneme>vɪˌveɪk ˌrɑːməˈswɑːmi</phoneme></lexeme>
  <lexeme><grapheme>Ramaswamy</grapheme><phoneme>ˌrɑːməˈswɑːmi</phoneme></lexeme>
  <lexeme><grapheme>Robert Mueller</grapheme><phoneme>ˌrɒbət ˈmʌlə</phoneme></lexeme>
  <lexeme><grapheme>Comey</grapheme><phoneme>ˈkəʊmi</phoneme></lexeme>
  <lexeme><grapheme>Amy Coney Barrett</grapheme><phoneme>ˌeɪmi ˌkəʊni ˈbærət</phoneme></lexeme>
  <lexeme><grapheme>Ketanji</grapheme><phoneme>kəˈtɑːndʒi</phoneme></lexeme>
  <lexeme><grapheme>Bernanke</grapheme><phoneme>bəˈnæŋki</phoneme></lexeme>
  <lexeme><grapheme>Tlaib</grapheme><phoneme>təˈliːb</phoneme></lexeme>
  <lexeme><grapheme>Elon</grapheme><phoneme>ˈiːlɒn</phoneme></lexeme>
  <lexeme><grapheme>Pichai</grapheme><phoneme>pɪˈtʃaɪ</phoneme></lexeme>
  <lexeme><grapheme>Nadella</grapheme><phoneme>nəˈdɛlə</phoneme></lexeme>
  <lexeme><grapheme>Thiel</grapheme><phoneme>tiːl</phoneme></lexeme>
  <lexeme><grapheme>Theranos</grapheme><phoneme>ˈθɛrənɒs</phoneme></lexeme>
  <lexeme><grapheme>Wegovy</grapheme><phoneme>wɪˈɡəʊvi</phoneme></lexeme>
  <lexeme><grapheme>Airbnb</grapheme><phoneme>ˌeəbiːɛnˈbiː</phoneme></lexeme>
  <lexeme><grapheme>Nike</grapheme><phoneme>ˈnaɪki</phoneme></lexeme>
  <lexeme><grapheme>Moderna</grapheme><phoneme>məˈdɜːnə</phoneme></lexeme>
  <lexeme><grapheme>Schlumberger</grapheme><phoneme>ˈʃlʌmbəʒeɪ</phoneme></lexeme>
  <lexeme><grapheme>Beyoncé</grapheme><grapheme>Beyonce</grapheme><phoneme>biˈɒnseɪ</phoneme></lexeme>
  <lexeme><grapheme>Gehry</grapheme><phoneme>ˈɡeəri</phoneme></lexeme>
  <lexeme><grapheme>Mar-a-Lago</grapheme><phoneme>ˌmɑːrəˈlɑːɡəʊ</phoneme></lexeme>
  <lexeme><grapheme>Tucson</grapheme><phoneme>ˈtuːsɒn</phoneme></lexeme>
  <lexeme><grapheme>Santa Fe</grapheme><phoneme>ˌsæntə ˈfeɪ</phoneme></lexeme>
  <lexeme><grapheme>Schenectady</grapheme><phoneme>skəˈnɛktədi</phoneme></lexeme>
  <lexeme><grapheme>Poughkeepsie</grapheme><phoneme>pəˈkɪpsi</phoneme></lexeme>
  <lexeme><grapheme>Mackinac</grapheme><phoneme>ˈmækɪnɔː</phoneme></lexeme>
  <lexeme><grapheme>Louisville</grapheme><phoneme>ˈluːivɪl</phoneme></lexeme>
  <lexeme><grapheme>Iqaluit</grapheme><phoneme>ɪˈkæluɪt</phoneme></lexeme>
  <lexeme><grapheme>Haida Gwaii</grapheme><phoneme>ˌhaɪdə ˈɡwaɪ</phoneme></lexeme>

  <!-- Australia, New Zealand and the Pacific -->
  <lexeme><grapheme>Kiribati</grapheme><phoneme>ˈkɪrɪbæs</phoneme></lexeme>
  <lexeme><grapheme>Papeete</grapheme><phoneme>ˌpɑːpiˈeɪteɪ</phoneme></lexeme>
  <lexeme><grapheme>Nouméa</grapheme><phoneme>nuːˈmeɪə</phoneme></lexeme>
  <lexeme><grapheme>Bougainville</grapheme><phoneme>ˈbuːɡənvɪl</phoneme></lexeme>
  <lexeme><grapheme>Geelong</grapheme><phoneme>dʒəˈlɒŋ</phoneme></lexeme>
  <lexeme><grapheme>Wollongong</grapheme><phoneme>ˈwʊləŋɡɒŋ</phoneme></lexeme>
  <lexeme><grapheme>Uluru</grapheme><phoneme>ˌuːləˈruː</phoneme></lexeme>
  <lexeme><grapheme>Albanese</grapheme><phoneme>ˌælbəˈniːzi</phoneme></lexeme>
  <lexeme><grapheme>Francesca Albanese</grapheme><phoneme>frænˌtʃɛskə ˌælbəˈneɪzeɪ</phoneme></lexeme>
  <lexeme><grapheme>Gough Whitlam</grapheme><phoneme>ˌɡɒf ˈwɪtləm</phoneme></lexeme>
  <lexeme><grapheme>Pākehā</grapheme><grapheme>Pakeha</grapheme><phoneme>ˈpɑːkɪhɑː</phoneme></lexeme>
  <lexeme><grapheme>Te Pāti Māori</grapheme><phoneme>ˌtɛ pɑːti ˈmaʊri</phoneme></lexeme>
  <lexeme><grapheme>Whangarei</grapheme><phoneme>ˌfɑːŋəˈreɪ</phoneme></lexeme>
  <lexeme><grapheme>Aotearoa</grapheme><phoneme>ˌaʊteəˈrəʊə</phoneme></lexeme>

  <!-- French in English -->
  <lexeme><grapheme>coup</grapheme><grapheme>Coup</grapheme><phoneme>kuː</phoneme></lexeme>
  <lexeme><grapheme>coup d'état</grapheme><grapheme>coup d'etat</grapheme><grapheme>coups d'état</grapheme><grapheme>coups d'etat</grapheme><grapheme>Coup d'état</grapheme><grapheme>Coup d'etat</grapheme><grapheme>Coups d'état</grapheme><grapheme>Coups d'etat</grapheme><phoneme>ˌkuː deɪˈtɑː</phoneme></lexeme>
  <lexeme><grapheme>coup de grâce</grapheme><grapheme>coup de grace</grapheme><grapheme>Coup de grâce</grapheme><grapheme>Coup de grace</grapheme><phoneme>ˌkuː də ˈɡrɑːs</phoneme></lexeme>
  <lexeme><grapheme>émigré</grapheme><grapheme>emigre</grapheme><grapheme>Émigré</grapheme><grapheme>Emigre</grapheme><phoneme>ˈɛmɪɡreɪ</phoneme></lexeme>
  <lexeme><grapheme>rapporteur</grapheme><grapheme>Rapporteur</grapheme><phoneme>ˌræpɔːˈtɜː</phoneme></lexeme>
  <lexeme><grapheme>raison d'être</grapheme><grapheme>raison d'etre</grapheme><grapheme>Raison d'être</grapheme><grapheme>Raison d'etre</grapheme><phoneme>ˌreɪzɒ̃ ˈdɛtrə</phoneme></lexeme>
  <lexeme><grapheme>laissez-faire</grapheme><grapheme>laissez faire</grapheme><grapheme>Laissez-faire</grapheme><grapheme>Laissez faire</grapheme><phoneme>ˌleɪseɪ ˈfeə</phoneme></lexeme>
  <lexeme><grapheme>cause célèbre</grapheme><grapheme>cause celebre</grapheme><grapheme>Cause célèbre</grapheme><grapheme>Cause celebre</grapheme><phoneme>ˌkɔːz səˈlɛbrə</phoneme></lexeme>
  <lexeme><grapheme>bête noire</grapheme><grapheme>bete noire</grapheme><grapheme>Bête noire</grapheme><grapheme>Bete noire</grapheme><phoneme>ˌbɛt ˈnwɑː</phoneme></lexeme>
  <lexeme><grapheme>tête-à-tête</grapheme><grapheme>tete-a-tete</grapheme><grapheme>Tête-à-tête</grapheme><grapheme>Tete-a-tete</grapheme><phoneme>ˌteɪtəˈteɪt</phoneme></lexeme>
  <lexeme><grapheme>mêlée</grapheme><grapheme>mélée</grapheme><grapheme>Mêlée</grapheme><grapheme>Mélée</grapheme><phoneme>ˈmɛleɪ</phoneme></lexeme>
  <lexeme><grapheme>dénouement</grapheme><grapheme>Dénouement</grapheme><phoneme>deɪˈnuːmɒ̃</phoneme></lexeme>
  <lexeme><grapheme>ingénue</grapheme><grapheme>Ingénue</grapheme><phoneme>ˈæ̃ʒeɪnjuː</phoneme></lexeme>
  <lexeme><grapheme>naïveté</grapheme><grapheme>Naïveté</grapheme><phoneme>naɪˈiːvəteɪ</phoneme></lexeme>
  <lexeme><grapheme>naïf</grapheme><grapheme>Naïf</grapheme><phoneme>naɪˈiːf</phoneme></lexeme>
  <lexeme><grapheme>ménage à trois</grapheme><grapheme>Ménage à trois</grapheme><phoneme>meɪˌnɑːʒ ɑː ˈtrwɑː</phoneme></lexeme>
  <lexeme><grapheme>mise en scène</grapheme><grapheme>mise-en-scène</grapheme><grapheme>Mise en scène</grapheme><grapheme>Mise-en-scène</grapheme><phoneme>ˌmiːz ɒ̃ ˈsɛn</phoneme></lexeme>
  <lexeme><grapheme>mise en place</grapheme><grapheme>Mise en place</grapheme><phoneme>ˌmiːz ɒ̃ ˈplæs</phoneme></lexeme>
  <lexeme><grapheme>avant-garde</grapheme><grapheme>avant garde</grapheme><grapheme>Avant-garde</grapheme><grapheme>Avant garde</grapheme><phoneme>ˌævɒ̃ˈɡɑːd</phoneme></lexeme>
  <lexeme><grapheme>nouveau riche</grapheme><grapheme>nouveaux riches</grapheme><grapheme>Nouveau riche</grapheme><grapheme>Nouveaux riches</grapheme><phoneme>ˌnuːvəʊ ˈriːʃ</phoneme></lexeme>
  <lexeme><grapheme>ancien régime</grapheme><grapheme>ancien regime</grapheme><grapheme>Ancien régime</grapheme><grapheme>Ancien regime</grapheme><phoneme>ˌɒ̃sjæ̃ reɪˈʒiːm</phoneme></lexeme>
  <lexeme><grapheme>régime</grapheme><grapheme>Régime</grapheme><phoneme>reɪˈʒiːm</phoneme></lexeme>
  <lexeme><grapheme>noblesse oblige</grapheme><grapheme>Noblesse oblige</grapheme><phoneme>nəʊˌblɛs əˈbliːʒ</phoneme></lexeme>
  <lexeme><grapheme>enfant terrible</grapheme><grapheme>enfants terribles</grapheme><grapheme>Enfant terrible</grapheme><grapheme>Enfants terribles</grapheme><phoneme>ˌɒ̃fɒ̃ tɛˈriːblə</phoneme></lexeme>
  <lexeme><grapheme>éminence grise</grapheme><grapheme>eminence grise</grapheme><grapheme>Éminence grise</grapheme><grapheme>Eminence grise</grapheme><phoneme>ˌɛmɪnɒ̃s ˈɡriːz</phoneme></lexeme>
  <lexeme><grapheme>grand prix</grapheme><grapheme>Grand prix</grapheme><phoneme>ˌɡrɒ̃ ˈpriː</phoneme></lexeme>
  <lexeme><grapheme>Grand Prix</grapheme><phoneme>ˌɡrɒ̃ ˈpriː</phoneme></lexeme>
  <lexeme><grapheme>haute cuisine</grapheme><grapheme>Haute cuisine</grapheme><phoneme>ˌəʊt kwɪˈziːn</phoneme></lexeme>
  <lexeme><grapheme>prêt-à-porter</grapheme><grapheme>Prêt-à-porter</grapheme><phoneme>ˌprɛtəˈpɔːteɪ</phoneme></lexeme>
  <lexeme><grapheme>hors d'oeuvre</grapheme><grapheme>hors d'œuvre</grapheme><grapheme>Hors d'oeuvre</grapheme><grapheme>Hors d'œuvre</grapheme><phoneme>ˌɔː ˈdɜːv</phoneme></lexeme>
  <lexeme><grapheme>trompe l'oeil</grapheme><grapheme>trompe l'œil</grapheme><grapheme>Trompe l'oeil</grapheme><grapheme>Trompe l'œil</grapheme><phoneme>ˌtrɒmp ˈlɔɪ</phoneme></lexeme>
  <lexeme><grapheme>objet d'art</grapheme><grapheme>objets d'art</grapheme><grapheme>Objet d'art</grapheme><grapheme>Objets d'art</grapheme><phoneme>ˌɒbʒeɪ ˈdɑː</phoneme></lexeme>
  <lexeme><grapheme>pièce de résistance</grapheme><grapheme>piece de resistance</grapheme><grapheme>Pièce de résistance</grapheme><grapheme>Piece de resistance</grapheme><phoneme>piˌɛs də reɪˈzɪstɒ̃s</phoneme></lexeme>
  <lexeme><grapheme>force majeure</grapheme><grapheme>Force majeure</grapheme><phoneme>ˌfɔːs mæˈʒɜː</phoneme></lexeme>
  <lexeme><grapheme>par excellence</grapheme><grapheme>Par excellence</grapheme><phoneme>ˌpɑːr ˈɛksəlɒ̃s</phoneme></lexeme>
  <lexeme><grapheme>en bloc</grapheme><grapheme>En bloc</grapheme><phoneme>ɒ̃ ˈblɒk</phoneme></lexeme>
  <lexeme><grapheme>en suite</grapheme><grapheme>ensuite</grapheme><grapheme>En suite</grapheme><grapheme>Ensuite</grapheme><phoneme>ɒ̃ ˈswiːt</phoneme></lexeme>
  <lexeme><grapheme>ennui</grapheme><grapheme>Ennui</grapheme><phoneme>ɒnˈwiː</phoneme></lexeme>
  <lexeme><grapheme>éclat</grapheme><grapheme>eclat</grapheme><grapheme>Éclat</grapheme><grapheme>Eclat</grapheme><phoneme>eɪˈklɑː</phoneme></lexeme>
  <lexeme><grapheme>connoisseur</grapheme><grapheme>Connoisseur</grapheme><phoneme>ˌkɒnəˈsɜː</phoneme></lexeme>
  <lexeme><grapheme>entrepreneur</grapheme><grapheme>Entrepreneur</grapheme><phoneme>ˌɒntrəprəˈnɜː</phoneme></lexeme>
  <lexeme><grapheme>entrepreneurial</grapheme><grapheme>Entrepreneurial</grapheme><phoneme>ˌɒntrəprəˈnɜːriəl</phoneme></lexeme>
  <lexeme><grapheme>entrepreneurship</grapheme><grapheme>Entrepreneurship</grapheme><phoneme>ˌɒntrəprəˈnɜːʃɪp</phoneme></lexeme>
  <lexeme><grapheme>restaurateur</grapheme><grapheme>Restaurateur</grapheme><phoneme>ˌrɛstərəˈtɜː</phoneme></lexeme>
  <lexeme><grapheme>raconteur</grapheme><grapheme>Raconteur</grapheme><phoneme>ˌrækɒnˈtɜː</phoneme></lexeme>
  <lexeme><grapheme>provocateur</grapheme><grapheme>Provocateur</grapheme><phoneme>prəˌvɒkəˈtɜː</phoneme></lexeme>
  <lexeme><grapheme>agent provocateur</grapheme><grapheme>agents provocateurs</grapheme><grapheme>Agent provocateur</grapheme><grapheme>Agents provocateurs</grapheme><phoneme>ˌæʒɒ̃ prəˌvɒkəˈtɜː</phoneme></lexeme>
  <lexeme><grapheme>masseuse</grapheme><grapheme>Masseuse</grapheme><phoneme>mæˈsɜːz</phoneme></lexeme>
  <lexeme><grapheme>chanteuse</grapheme><grapheme>Chanteuse</grapheme><phoneme>ʃɑːnˈtɜːz</phoneme></lexeme>
  <lexeme><grapheme>fin de siècle</grapheme><grapheme>fin-de-siècle</grapheme><grapheme>Fin de siècle</grapheme><grapheme>Fin-de-siècle</grapheme><phoneme>ˌfæ̃ də siˈɛklə</phoneme></lexeme>
  <lexeme><grapheme>belle époque</grapheme><grapheme>Belle époque</grapheme><phoneme>ˌbɛl eɪˈpɒk</phoneme></lexeme>
  <lexeme><grapheme>plus ça change</grapheme><grapheme>Plus ça change</grapheme><phoneme>ˌpluː sæ ˈʃɒ̃ʒ</phoneme></lexeme>
  <lexeme><grapheme>double entendre</grapheme><grapheme>Double entendre</grapheme><phoneme>ˌduːbəl ɒ̃ˈtɒ̃drə</phoneme></lexeme>
  <lexeme><grapheme>roué</grapheme><grapheme>Roué</grapheme><phoneme>ˈruːeɪ</phoneme></lexeme>
  <lexeme><grapheme>crêpe</grapheme><grapheme>Crêpe</grapheme><phoneme>kreɪp</phoneme></lexeme>
  <lexeme><grapheme>Gruyère</grapheme><phoneme>ˈɡruːjeə</phoneme></lexeme>
  <lexeme><grapheme>Camembert</grapheme><phoneme>ˈkæməmbeə</phoneme></lexeme>
  <lexeme><grapheme>Roquefort</grapheme><phoneme>ˈrɒkfɔː</phoneme></lexeme>
  <lexeme><grapheme>foie gras</grapheme><grapheme>Foie gras</grapheme><phoneme>ˌfwɑː ˈɡrɑː</phoneme></lexeme>
  <lexeme><grapheme>Beaujolais</grapheme><phoneme>ˈbəʊʒəleɪ</phoneme></lexeme>
  <lexeme><grapheme>Chablis</grapheme><phoneme>ˈʃæbli</phoneme></lexeme>
  <lexeme><grapheme>rendez-vous</grapheme><grapheme>Rendez-vous</grapheme><phoneme>ˈrɒndeɪvuː</phoneme></lexeme>
  <lexeme><grapheme>débris</grapheme><grapheme>Débris</grapheme><phoneme>ˈdɛbriː</phoneme></lexeme>
  <lexeme><grapheme>débâcle</grapheme><grapheme>debâcle</grapheme><grapheme>Débâcle</grapheme><grapheme>Debâcle</grapheme><phoneme>deɪˈbɑːkəl</phoneme></lexeme>
  <lexeme><grapheme>démarche</grapheme><grapheme>demarche</grapheme><grapheme>Démarche</grapheme><grapheme>Demarche</grapheme><phoneme>deɪˈmɑːʃ</phoneme></lexeme>
  <lexeme><grapheme>dirigisme</grapheme><grapheme>Dirigisme</grapheme><phoneme>ˌdɪrɪˈʒiːzəm</phoneme></lexeme>
  <lexeme><grapheme>dirigiste</grapheme><grapheme>Dirigiste</grapheme><phoneme>ˌdɪrɪˈʒiːst</phoneme></lexeme>
  <lexeme><grapheme>arbitrage</grapheme><grapheme>Arbitrage</grapheme><phoneme>ˈɑːbɪtrɑːʒ</phoneme></lexeme>
  <lexeme><grapheme>papier-mâché</grapheme><grapheme>Papier-mâché</grapheme><phoneme>ˌpæpieɪ ˈmæʃeɪ</phoneme></lexeme>
  <lexeme><grapheme>pastiche</grapheme><grapheme>Pastiche</grapheme><phoneme>pæˈstiːʃ</phoneme></lexeme>
  <lexeme><grapheme>savoir-faire</grapheme><grapheme>Savoir-faire</grapheme><phoneme>ˌsævwɑːˈfeə</phoneme></lexeme>
  <lexeme><grapheme>séance</grapheme><grapheme>Séance</grapheme><phoneme>ˈseɪɒns</phoneme></lexeme>
  <lexeme><grapheme>tranche</grapheme><grapheme>Tranche</grapheme><phoneme>trɑːnʃ</phoneme></lexeme>
  <lexeme><grapheme>grandeur</grapheme><grapheme>Grandeur</grapheme><phoneme>ˈɡrændʒə</phoneme></lexeme>

  <!-- Latin in English -->
  <lexeme><grapheme>a priori</grapheme><grapheme>A priori</grapheme><phoneme>ˌeɪ praɪˈɔːraɪ</phoneme></lexeme>
  <lexeme><grapheme>bona fide</grapheme><grapheme>Bona fide</grapheme><phoneme>ˌbəʊnə ˈfaɪdi</phoneme></lexeme>
  <lexeme><grapheme>bona fides</grapheme><grapheme>Bona fides</grapheme><phoneme>ˌbəʊnə ˈfaɪdiːz</phoneme></lexeme>
  <lexeme><grapheme>ex officio</grapheme><grapheme>Ex officio</grapheme><phoneme>ˌɛks əˈfɪʃiəʊ</phoneme></lexeme>
  <lexeme><grapheme>in loco parentis</grapheme><grapheme>In loco parentis</grapheme><phoneme>ɪn ˌləʊkəʊ pəˈrɛntɪs</phoneme></lexeme>
  <lexeme><grapheme>lingua franca</grapheme><grapheme>Lingua franca</grapheme><phoneme>ˌlɪŋɡwə ˈfræŋkə</phoneme></lexeme>
  <lexeme><grapheme>mea culpa</grapheme><grapheme>Mea culpa</grapheme><phoneme>ˌmeɪə ˈkʊlpə</phoneme></lexeme>
  <lexeme><grapheme>sine die</grapheme><grapheme>Sine die</grapheme><phoneme>ˌsɪneɪ ˈdiːeɪ</phoneme></lexeme>
  <lexeme><grapheme>sine qua non</grapheme><grapheme>Sine qua non</grapheme><phoneme>ˌsɪneɪ kwɑː ˈnəʊn</phoneme></lexeme>
  <lexeme><grapheme>sub judice</grapheme><grapheme>Sub judice</grapheme><phoneme>ˌsʌb ˈdʒuːdɪsi</phoneme></lexeme>
  <lexeme><grapheme>sui generis</grapheme><grapheme>Sui generis</grapheme><phoneme>ˌsuːaɪ ˈdʒɛnərɪs</phoneme></lexeme>
  <lexeme><grapheme>ultra vires</grapheme><grapheme>Ultra vires</grapheme><phoneme>ˌʌltrə ˈvaɪəriːz</phoneme></lexeme>
  <lexeme><grapheme>vade mecum</grapheme><grapheme>Vade mecum</grapheme><phoneme>ˌvɑːdi ˈmeɪkəm</phoneme></lexeme>
  <lexeme><grapheme>versus</grapheme><grapheme>Versus</grapheme><phoneme>ˈvɜːsəs</phoneme></lexeme>
  <lexeme><grapheme>vice versa</grapheme><grapheme>Vice versa</grapheme><phoneme>ˌvaɪsə ˈvɜːsə</phoneme></lexeme>
  <lexeme><grapheme>alumni</grapheme><grapheme>Alumni</grapheme><phoneme>əˈlʌmnaɪ</phoneme></lexeme>

  <!-- Italian in English -->
  <lexeme><grapheme>prosciutto</grapheme><grapheme>Prosciutto</grapheme><phoneme>prəˈʃuːtəʊ</phoneme></lexeme>
  <lexeme><grapheme>bruschetta</grapheme><grapheme>Bruschetta</grapheme><phoneme>bruːˈskɛtə</phoneme></lexeme>
  <lexeme><grapheme>gnocchi</grapheme><grapheme>Gnocchi</grapheme><phoneme>ˈnjɒki</phoneme></lexeme>
  <lexeme><grapheme>ciabatta</grapheme><grapheme>Ciabatta</grapheme><phoneme>tʃəˈbætə</phoneme></lexeme>
  <lexeme><grapheme>chiaroscuro</grapheme><grapheme>Chiaroscuro</grapheme><phoneme>kiˌɑːrəˈskʊərəʊ</phoneme></lexeme>
  <lexeme><grapheme>cognoscenti</grapheme><grapheme>Cognoscenti</grapheme><phoneme>ˌkɒnjəˈʃɛnti</phoneme></lexeme>
  <lexeme><grapheme>al dente</grapheme><grapheme>Al dente</grapheme><phoneme>ˌæl ˈdɛnteɪ</phoneme></lexeme>
  <lexeme><grapheme>concerti</grapheme><grapheme>Concerti</grapheme><phoneme>kənˈtʃeəti</phoneme></lexeme>
  <lexeme><grapheme>mozzarella</grapheme><grapheme>Mozzarella</grapheme><phoneme>ˌmɒtsəˈrɛlə</phoneme></lexeme>
  <lexeme><grapheme>ricotta</grapheme><grapheme>Ricotta</grapheme><phoneme>rɪˈkɒtə</phoneme></lexeme>
  <lexeme><grapheme>tagliatelle</grapheme><grapheme>Tagliatelle</grapheme><phoneme>ˌtæljəˈtɛli</phoneme></lexeme>
  <lexeme><grapheme>linguine</grapheme><grapheme>Linguine</grapheme><phoneme>lɪŋˈɡwiːni</phoneme></lexeme>
  <lexeme><grapheme>focaccia</grapheme><grapheme>Focaccia</grapheme><phoneme>fəˈkætʃə</phoneme></lexeme>
  <lexeme><grapheme>biscotti</grapheme><grapheme>Biscotti</grapheme><phoneme>bɪˈskɒti</phoneme></lexeme>
  <lexeme><grapheme>mascarpone</grapheme><grapheme>Mascarpone</grapheme><phoneme>ˌmæskəˈpəʊni</phoneme></lexeme>
  <lexeme><grapheme>omertà</grapheme><grapheme>omerta</grapheme><grapheme>Omertà</grapheme><grapheme>Omerta</grapheme><phoneme>əʊˈmeətə</phoneme></lexeme>
  <lexeme><grapheme>imbroglio</grapheme><grapheme>Imbroglio</grapheme><phoneme>ɪmˈbrəʊliəʊ</phoneme></lexeme>
  <lexeme><grapheme>intaglio</grapheme><grapheme>Intaglio</grapheme><phoneme>ɪnˈtɑːliəʊ</phoneme></lexeme>

  <!-- Greeks, Romans and other words of the news -->
  <lexeme><grapheme>hoi polloi</grapheme><grapheme>Hoi polloi</grapheme><phoneme>ˌhɔɪ pəˈlɔɪ</phoneme></lexeme>
  <lexeme><grapheme>ethos</grapheme><grapheme>Ethos</grapheme><phoneme>ˈiːθɒs</phoneme></lexeme>
  <lexeme><grapheme>synecdoche</grapheme><grapheme>Synecdoche</grapheme><phoneme>sɪˈnɛkdəki</phoneme></lexeme>
  <lexeme><grapheme>Eurydice</grapheme><phoneme>jʊˈrɪdɪsi</phoneme></lexeme>
  <lexeme><grapheme>Thucydides</grapheme><phoneme>θjuːˈsɪdɪdiːz</phoneme></lexeme>
  <lexeme><grapheme>Sophocles</grapheme><phoneme>ˈsɒfəkliːz</phoneme></lexeme>
  <lexeme><grapheme>Pericles</grapheme><phoneme>ˈpɛrɪkliːz</phoneme></lexeme>
  <lexeme><grapheme>Euripides</grapheme><phoneme>jʊˈrɪpɪdiːz</phoneme></lexeme>
  <lexeme><grapheme>Aristophanes</grapheme><phoneme>ˌærɪˈstɒfəniːz</phoneme></lexeme>
  <lexeme><grapheme>Cicero</grapheme><phoneme>ˈsɪsərəʊ</phoneme></lexeme>
  <lexeme><grapheme>Plato</grapheme><phoneme>ˈpleɪtəʊ</phoneme></lexeme>
  <lexeme><grapheme>Dionysus</grapheme><phoneme>ˌdaɪəˈnaɪsəs</phoneme></lexeme>
  <lexeme><grapheme>Sisyphean</grapheme><phoneme>ˌsɪsɪˈfiːən</phoneme></lexeme>
  <lexeme><grapheme>Tantalus</grapheme><phoneme>ˈtæntələs</phoneme></lexeme>
  <lexeme><grapheme>Epicurus</grapheme><phoneme>ˌɛpɪˈkjʊərəs</phoneme></lexeme>
  <lexeme><grapheme>epicurean</grapheme><grapheme>Epicurean</grapheme><phoneme>ˌɛpɪkjʊˈriːən</phoneme></lexeme>
  <lexeme><grapheme>Boethius</grapheme><phoneme>bəʊˈiːθiəs</phoneme></lexeme>
  <lexeme><grapheme>Aquinas</grapheme><phoneme>əˈkwaɪnəs</phoneme></lexeme>
  <lexeme><grapheme>Ovid</grapheme><phoneme>ˈɒvɪd</phoneme></lexeme>
  <lexeme><grapheme>boatswain</grapheme><grapheme>Boatswain</grapheme><phoneme>ˈbəʊsən</phoneme></lexeme>
  <lexeme><grapheme>coxswain</grapheme><grapheme>Coxswain</grapheme><phoneme>ˈkɒksən</phoneme></lexeme>
  <lexeme><grapheme>victuals</grapheme><grapheme>Victuals</grapheme><phoneme>ˈvɪtəlz</phoneme></lexeme>
  <lexeme><grapheme>forecastle</grapheme><grapheme>Forecastle</grapheme><phoneme>ˈfəʊksəl</phoneme></lexeme>
  <lexeme><grapheme>chough</grapheme><grapheme>Chough</grapheme><phoneme>tʃʌf</phoneme></lexeme>
  <lexeme><grapheme>cuneiform</grapheme><grapheme>Cuneiform</grapheme><phoneme>ˈkjuːnɪfɔːm</phoneme></lexeme>
  <lexeme><grapheme>obsequies</grapheme><grapheme>Obsequies</grapheme><phoneme>ˈɒbsɪkwiz</phoneme></lexeme>
  <lexeme><grapheme>swathe</grapheme><grapheme>Swathe</grapheme><phoneme>sweɪð</phoneme></lexeme>
  <lexeme><grapheme>Asperger's</grapheme><phoneme>ˈæspɜːɡəz</phoneme></lexeme>
  <lexeme><grapheme>Creutzfeldt-Jakob</grapheme><phoneme>ˌkrɔɪtsfɛltˈjækɒb</phoneme></lexeme>
  <lexeme><grapheme>Guillain-Barré</grapheme><phoneme>ˌɡiːjæ̃ˈbæreɪ</phoneme></lexeme>
  <lexeme><grapheme>Li-ion</grapheme><phoneme>ˌlɪθiəmˈaɪən</phoneme></lexeme>
  <lexeme><grapheme>boson</grapheme><grapheme>Boson</grapheme><phoneme>ˈbəʊzɒn</phoneme></lexeme>
  <lexeme><grapheme>Denisovan</grapheme><phoneme>dəˈniːsəvən</phoneme></lexeme>
  <lexeme><grapheme>coronavirus</grapheme><grapheme>Coronavirus</grapheme><phoneme>kəˈrəʊnəˌvaɪrəs</phoneme></lexeme>
  <lexeme><grapheme>Betelgeuse</grapheme><phoneme>ˈbiːtəldʒɜːz</phoneme></lexeme>
  <lexeme><grapheme>archaeopteryx</grapheme><grapheme>Archaeopteryx</grapheme><phoneme>ˌɑːkiˈɒptərɪks</phoneme></lexeme>
  <lexeme><grapheme>diplodocus</grapheme><grapheme>Diplodocus</grapheme><phoneme>dɪˈplɒdəkəs</phoneme></lexeme>
  <lexeme><grapheme>Tyrannosaurus</grapheme><phoneme>tɪˌrænəˈsɔːrəs</phoneme></lexeme>
  <lexeme><grapheme>ytterbium</grapheme><grapheme>Ytterbium</grapheme><phoneme>ɪˈtɜːbiəm</phoneme></lexeme>
</lexicon>
