<?xml version="1.0" encoding="UTF-8"?>
<!--
  The same for Britain alone: words that Americans say in a way of their own.

  How it was made: the phonemes espeak-ng gives for some 3,600 names and words of newspapers were read through
  one by one (espeak_TextToPhonemes, voice gmw/en); where they are wrong, not merely another good way, the sounds
  were written here from knowledge. No list was copied. tests/speech/test_pronunciations.py holds that every entry
  changes what is heard and that its sounds come out of the voice as they are written, tests/text/test_lexicon.py
  that no spoken form changes. Words in small letters have a twin for the head of a sentence; plurals in -s and the
  possessive need no entries.
-->
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en-GB">

  <!-- Germany, Austria, Switzerland and the Low Countries -->
  <lexeme><grapheme>Porsche</grapheme><phoneme>ˈpɔːʃə</phoneme></lexeme>
  <lexeme><grapheme>Bayer</grapheme><phoneme>ˈbaɪə</phoneme></lexeme>
  <lexeme><grapheme>Davos</grapheme><phoneme>ˈdɑːvɒs</phoneme></lexeme>
  <lexeme><grapheme>Nestlé</grapheme><phoneme>ˈnɛsleɪ</phoneme></lexeme>

  <!-- France, Belgium, Switzerland and Quebec -->
  <lexeme><grapheme>Bastille</grapheme><phoneme>bæˈstiːl</phoneme></lexeme>
  <lexeme><grapheme>Renault</grapheme><phoneme>ˈrɛnəʊ</phoneme></lexeme>
  <lexeme><grapheme>Peugeot</grapheme><phoneme>ˈpɜːʒəʊ</phoneme></lexeme>
  <lexeme><grapheme>Citroën</grapheme><grapheme>Citroen</grapheme><phoneme>ˈsɪtrəʊən</phoneme></lexeme>
  <lexeme><grapheme>Gauguin</grapheme><phoneme>ˈɡəʊɡæ̃</phoneme></lexeme>
  <lexeme><grapheme>Renoir</grapheme><phoneme>ˈrɛnwɑː</phoneme></lexeme>

  <!-- Spain and Portugal -->
  <lexeme><grapheme>Mallorca</grapheme><grapheme>Majorca</grapheme><phoneme>məˈjɔːkə</phoneme></lexeme>
  <lexeme><grapheme>Azores</grapheme><phoneme>əˈzɔːz</phoneme></lexeme>

  <!-- Israel and the Palestinians -->
  <lexeme><grapheme>Mossad</grapheme><phoneme>ˈmɒsæd</phoneme></lexeme>
  <lexeme><grapheme>Hamas</grapheme><phoneme>hæˈmæs</phoneme></lexeme>

  <!-- The Arab world and Iran -->
  <lexeme><grapheme>hummus</grapheme><grapheme>houmous</grapheme><grapheme>Hummus</grapheme><grapheme>Houmous</grapheme><phoneme>ˈhʊmʊs</phoneme></lexeme>

  <!-- Latin America -->
  <lexeme><grapheme>Caracas</grapheme><phoneme>kəˈrækəs</phoneme></lexeme>

  <!-- Britain -->
  <lexeme><grapheme>Tynemouth</grapheme><phoneme>ˈtaɪnməθ</phoneme></lexeme>
  <lexeme><grapheme>Exe</grapheme><phoneme>ɛks</phoneme></lexeme>
  <lexeme><grapheme>Hertford</grapheme><phoneme>ˈhɑːtfəd</phoneme></lexeme>
  <lexeme><grapheme>Belvoir</grapheme><phoneme>ˈbiːvə</phoneme></lexeme>
  <lexeme><grapheme>Beaulieu</grapheme><phoneme>ˈbjuːli</phoneme></lexeme>
  <lexeme><grapheme>Beauchamp</grapheme><phoneme>ˈbiːtʃəm</phoneme></lexeme>
  <lexeme><grapheme>Plaistow</grapheme><phoneme>ˈplɑːstəʊ</phoneme></lexeme>
  <lexeme><grapheme>Dundee</grapheme><phoneme>dʌnˈdiː</phoneme></lexeme>

  <!-- French in English -->
  <lexeme><grapheme>protégé</grapheme><grapheme>Protégé</grapheme><phoneme>ˈprɒtəʒeɪ</phoneme></lexeme>
  <lexeme><grapheme>exposé</grapheme><grapheme>Exposé</grapheme><phoneme>ɛkˈspəʊzeɪ</phoneme></lexeme>
  <lexeme><grapheme>communiqué</grapheme><grapheme>Communiqué</grapheme><phoneme>kəˈmjuːnɪkeɪ</phoneme></lexeme>
  <lexeme><grapheme>attaché</grapheme><grapheme>Attaché</grapheme><phoneme>əˈtæʃeɪ</phoneme></lexeme>
  <lexeme><grapheme>cortège</grapheme><grapheme>cortege</grapheme><grapheme>Cortège</grapheme><grapheme>Cortege</grapheme><phoneme>kɔːˈteɪʒ</phoneme></lexeme>
  <lexeme><grapheme>haute couture</grapheme><grapheme>Haute couture</grapheme><phoneme>ˌəʊt kuːˈtjʊə</phoneme></lexeme>
  <lexeme><grapheme>chauffeur</grapheme><grapheme>Chauffeur</grapheme><phoneme>ˈʃəʊfə</phoneme></lexeme>
  <lexeme><grapheme>risqué</grapheme><grapheme>Risqué</grapheme><phoneme>ˈrɪskeɪ</phoneme></lexeme>
  <lexeme><grapheme>passé</grapheme><grapheme>Passé</grapheme><phoneme>ˈpæseɪ</phoneme></lexeme>
  <lexeme><grapheme>blasé</grapheme><grapheme>Blasé</grapheme><phoneme>ˈblɑːzeɪ</phoneme></lexeme>
  <lexeme><grapheme>outré</grapheme><grapheme>Outré</grapheme><phoneme>ˈuːtreɪ</phoneme></lexeme>
  <lexeme><grapheme>touché</grapheme><grapheme>Touché</grapheme><phoneme>tuːˈʃeɪ</phoneme></lexeme>
  <lexeme><grapheme>recherché</grapheme><grapheme>Recherché</grapheme><phoneme>rəˈʃeəʃeɪ</phoneme></lexeme>
  <lexeme><grapheme>habitué</grapheme><grapheme>Habitué</grapheme><phoneme>həˈbɪtjueɪ</phoneme></lexeme>
  <lexeme><grapheme>soufflé</grapheme><grapheme>Soufflé</grapheme><phoneme>ˈsuːfleɪ</phoneme></lexeme>
  <lexeme><grapheme>sauté</grapheme><grapheme>Sauté</grapheme><phoneme>ˈsəʊteɪ</phoneme></lexeme>
  <lexeme><grapheme>sautéed</grapheme><grapheme>Sautéed</grapheme><phoneme>ˈsəʊteɪd</phoneme></lexeme>
  <lexeme><grapheme>rosé</grapheme><grapheme>Rosé</grapheme><phoneme>ˈrəʊzeɪ</phoneme></lexeme>
  <lexeme><grapheme>pâté</grapheme><grapheme>Pâté</grapheme><phoneme>ˈpæteɪ</phoneme></lexeme>
  <lexeme><grapheme>sommelier</grapheme><grapheme>Sommelier</grapheme><phoneme>sɒˈmɛlieɪ</phoneme></lexeme>
  <lexeme><grapheme>décor</grapheme><grapheme>Décor</grapheme><phoneme>ˈdeɪkɔː</phoneme></lexeme>
  <lexeme><grapheme>dressage</grapheme><grapheme>Dressage</grapheme><phoneme>ˈdrɛsɑːʒ</phoneme></lexeme>
  <lexeme><grapheme>reportage</grapheme><grapheme>Reportage</grapheme><phoneme>ˌrɛpɔːˈtɑːʒ</phoneme></lexeme>
  <lexeme><grapheme>potpourri</grapheme><grapheme>Potpourri</grapheme><phoneme>pəʊˈpʊəri</phoneme></lexeme>
  <lexeme><grapheme>précis</grapheme><grapheme>Précis</grapheme><phoneme>ˈpreɪsi</phoneme></lexeme>
  <lexeme><grapheme>voyeur</grapheme><grapheme>Voyeur</grapheme><phoneme>vwɑːˈjɜː</phoneme></lexeme>

  <!-- Latin in English -->
  <lexeme><grapheme>de facto</grapheme><grapheme>De facto</grapheme><phoneme>ˌdeɪ ˈfæktəʊ</phoneme></lexeme>
  <lexeme><grapheme>prima facie</grapheme><grapheme>Prima facie</grapheme><phoneme>ˌpraɪmə ˈfeɪʃi</phoneme></lexeme>

  <!-- Italian in English -->
  <lexeme><grapheme>dilettante</grapheme><grapheme>Dilettante</grapheme><phoneme>ˌdɪlɪˈtænti</phoneme></lexeme>

  <!-- Greeks, Romans and other words of the news -->
  <lexeme><grapheme>kudos</grapheme><grapheme>Kudos</grapheme><phoneme>ˈkjuːdɒs</phoneme></lexeme>
  <lexeme><grapheme>hegemony</grapheme><grapheme>Hegemony</grapheme><phoneme>hɪˈɡɛməni</phoneme></lexeme>
  <lexeme><grapheme>Neanderthal</grapheme><phoneme>niˈændətɑːl</phoneme></lexeme>
</lexicon>
