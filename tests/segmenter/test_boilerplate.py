"""Lines that generators of feeds, blogs and newsletters put around every text, and stories about such lines."""

from __future__ import annotations

import pytest

from audio_edition.model import Article, Block
from audio_edition.readers import html
from audio_edition.segmenter import segment
from audio_edition.segmenter.page import Page
from audio_edition.segmenter.rules.phrases import find_chrome_rule
from tests.segmenter.test_segmenter import PROSE, dropping_rule, make_article, spoken_texts


def rule_of(line: str, language: str = "en") -> str | None:
    """Return the name of the phrase rule that drops a line of a page in a language."""
    article = Article(id="page", source="page.txt", blocks=(Block(text=line),), language=language)
    return find_chrome_rule(Page(article), 0)


BOILERPLATE = [
    ("feed footer", "en", "The post On mud and other minerals appeared first on The Silt Review."),
    ("feed footer", "en", "The post Why the ferry is late first appeared on silt-review.org."),
    ("feed footer", "de", "Der Beitrag Vom Schlick erschien zuerst auf Wattblatt."),
    ("feed footer", "fr", "L’article De la vase est apparu en premier sur La Gazette du port."),
    ("feed footer", "es", "La entrada Sobre el barro se publicó primero en El Muelle."),
    ("feed footer", "es", "La entrada Sobre el barro aparece primero en El Muelle."),
    ("feed footer", "it", "L'articolo Del fango proviene da Il Molo."),
    ("feed footer", "pt", "O post Sobre a lama apareceu primeiro em O Cais."),
    ("feed footer", "nl", "Het bericht Over slib verscheen eerst op De Kade."),
    ("feed footer", "sv", "Inlägget Om lera dök först upp på Kajbladet."),
    ("feed footer", "da", "Indlægget Om mudder blev først udgivet på Kajen."),
    ("feed footer", "pl", "Artykuł O mule pochodzi z serwisu Nabrzeże."),
    (
        "feed footer",
        "en",
        "On mud was originally published in Silt on Medium, where people are continuing the conversation.",
    ),
    ("feed footer", "en", "This entry was posted in Harbours and tagged mud, silt."),
    (
        "newsletter sign-up",
        "en",
        "Silt Letters is a reader-supported publication. To receive new posts, become a subscriber.",
    ),
    (
        "newsletter sign-up",
        "en",
        "Thanks for reading Silt Letters! Subscribe for free to receive new posts and support my work.",
    ),
    ("newsletter sign-up", "en", "This post is public so feel free to share it."),
    ("newsletter sign-up", "en", "Upgrade to paid"),
    ("subscription offer", "en", "This post is for paying subscribers only"),
    ("subscription offer", "en", "This post is for subscribers on the Harbour tier only"),
    ("subscription offer", "en", "To read the rest of this article, please subscribe to The Silt Review."),
    ("subscription offer", "en", "If you are seeing this message, your subscription has lapsed."),
    ("subscription offer", "de", "Dieser Beitrag ist nur für zahlende Abonnenten."),
    ("subscription offer", "fr", "Cet article est réservé aux abonnés de la Gazette."),
    ("mail footer", "en", "You received this email because you signed up on our website."),
    ("mail footer", "en", "You're receiving this email because you are a friend of the harbour."),
    ("mail footer", "en", "Our mailing address is: Silt Review, 4 Dredger Lane, Muddle, ME 04000"),
    ("mail footer", "en", "Want to change how you receive these emails?"),
    ("mail footer", "en", "You can update your preferences or unsubscribe from this list."),
    ("mail footer", "en", "View this email in your browser"),
    ("mail footer", "en", "Add us to your address book"),
    ("mail footer", "en", "This email was sent to reader@example.org."),
    ("mail footer", "en", "Was this email forwarded to you? Sign up here."),
    ("mail footer", "en", "Sent from my iPhone"),
    ("mail footer", "de", "Sie erhalten diesen Newsletter, weil Sie sich angemeldet haben."),
    ("mail footer", "fr", "Vous recevez cet e-mail parce que vous êtes inscrit."),
    ("mail footer", "es", "Has recibido este correo porque te apuntaste."),
    ("mail footer", "it", "Visualizza questa email nel browser"),
    ("mail footer", "pt", "Você recebeu este e-mail porque se cadastrou."),
    ("mail footer", "nl", "Bekijk deze nieuwsbrief in je browser"),
    ("advertising notice", "en", "As an Amazon Associate I earn from qualifying purchases."),
    ("advertising notice", "en", "We may earn a commission if you buy through our links."),
    ("advertising notice", "en", "This guide contains references to goods of our advertisers."),
    ("advertising notice", "en", "Some of the links on this page are affiliate links."),
    ("advertising notice", "en", "If you buy something through our links, we may earn a small commission."),
    ("advertising notice", "de", "Als Amazon-Partner verdiene ich an qualifizierten Verkäufen."),
    ("advertising notice", "fr", "Cet article contient des liens d'affiliation."),
    ("advertising notice", "es", "Este artículo contiene enlaces de afiliados."),
    ("story teaser", "en", "Editor's note: views expressed in this column are those of the author alone."),
    ("app download", "en", "For breaking news from the harbour, download the Silt Review app for Android."),
    ("app download", "en", "Download the Silt app to read this story offline."),
    ("app download", "de", "Laden Sie jetzt die Wattblatt-App herunter."),
    ("app download", "en", "Continue in app"),
    ("comment policy", "en", "We welcome comments on the news of the day."),
    ("comment policy", "en", "Please note that comments are moderated before they appear."),
    ("comment policy", "en", "Comments are closed."),
    ("comment policy", "en", "Your email address will not be published. Required fields are marked *"),
    ("comment policy", "de", "Die Kommentare werden moderiert."),
    ("comment policy", "fr", "Les champs obligatoires sont indiqués avec *"),
    ("edition choice", "en", "This page is tailored for readers in Canada."),
    ("edition choice", "en", "It looks like you are visiting from Canada."),
    ("edition choice", "en", "You are viewing the international edition."),
    ("consent notice", "en", "JavaScript is disabled in your browser."),
    ("consent notice", "en", "Silt Review and our 40 partners store and access data on your device."),
    ("consent notice", "de", "JavaScript ist in Ihrem Browser deaktiviert."),
]


@pytest.mark.parametrize(("rule", "language", "line"), BOILERPLATE)
def test_a_line_of_a_generator_is_dropped_by_the_rule_with_its_name(rule: str, language: str, line: str) -> None:
    assert rule_of(line, language) == rule


STORIES = [
    "The post first appeared on her blog, where nobody read it for a year.",
    "The article that made his name appeared in a weekly that has long been forgotten, and paid him nothing.",
    "Advertisement revenue fell by a third last year, and the paper lost two of its five reporters.",
    "Affiliate links are how most such sites live, the professor says, and few of them admit it.",
    "This advertisement, for a soap that nobody makes any more, was painted on the gable in 1931.",
    "Copyright law has never been kind to those who draw maps for a living.",
    "Cookies are the crumbs that a browser carries from shop to shop, and the law now wants them swept up.",
    "Cookie notices have taught a whole generation to press a button without reading what is above it.",
    "Your privacy is worth little to a company that is paid by the minute, and it knows that you know.",
    "We use cookies as the base of the cake, broken by hand and mixed with butter.",
    "By providing the crews with better charts, the port hopes to save a day on each passage.",
    "Support the shelf with two brackets, and fill the holes before the plaster dries.",
    "If you like the taste of smoke, leave the fish on the rack for another night.",
    "Your email provider keeps a copy of all that you delete, for a month at least.",
    "Clear out your inbox once a week, and answer nothing that can wait until Friday.",
    "Subscriptions to the paper rose after the flood, and fell again when the water did.",
    "Amazon is building a warehouse on the marsh, and the council has asked who will drain it.",
    "As an Amazon driver he earned less than he had on the boats, and slept at home more often.",
    "Comments are moderated by two retired teachers, who say that the work has made them kinder.",
    "Comments were moderated by hand until the year in which the company sold the site.",
    "This story is only half told, because the other half is still in the archive.",
    "This story is free of heroes, and the better for it.",
    "Images from the satellite show that the bar has moved a mile to the north since spring.",
    "Video from the scene shows the crane as it leans over the water.",
    "File-sharing sites were the first to go, and the libraries were the second.",
    "Terms of service are seldom read, least of all by those who write them.",
    "The finished joint, seen from below, is shown below the bench.",
    "In this picture he is twelve, and already taller than his father.",
    "Watch the temperature, which must not rise above sixty degrees.",
    "Contact them a week before you travel, because the hut is small.",
    "Do you have a plan for the day on which the wall gives way?",
    "Explore the old town on foot, since no bus has ever managed its corners.",
    "He was eager to learn more.",
    "She had come to the island to find out more.",
    "Download the form, sign it and take it to the harbour office.",
    "Share the costs with the others in the house, and write down who has paid.",
    "From the archive in the cellar he pulled a map that nobody had missed.",
    "No part of this coast was ever surveyed, and no part of it needed to be.",
    "Unsubscribe from the shops that write to you daily: it takes an hour and saves a week.",
    "Loading the boat takes an hour, and unloading it takes two.",
    "Video quality: look for a camera that sees in the dark, and forget the rest.",
    "→ The bottom line: a wall keeps the water out only as long as somebody keeps up the wall.",
    "New subscribers have been scarce since the paper stopped printing the tides.",
]


@pytest.mark.parametrize("line", STORIES)
def test_a_story_about_such_things_is_read(line: str) -> None:
    assert rule_of(line) is None
    assert line in spoken_texts(segment(make_article("The harbour is full again", *PROSE[:3], line, *PROSE[3:])))


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Der Artikel, der ihn bekannt machte, erschien in einer Zeitung, die es längst nicht mehr gibt."),
        ("de", "Die App, die den Fahrplan der Fähre zeigt, kommt aus einem Dorf ohne Empfang."),
        ("fr", "L'article de la loi qui protège la vase a été voté par une seule voix."),
        ("es", "Los comentarios de los vecinos son siempre los mismos, y casi nunca se equivocan."),
        ("it", "L'articolo che lo rese famoso proviene da un settimanale che nessuno ricorda."),
        ("pt", "O artigo que o tornou conhecido apareceu num semanário que já ninguém lê."),
        ("nl", "Het artikel dat hem bekend maakte, stond in een weekblad dat niemand meer kent."),
    ],
)
def test_a_story_of_another_language_about_such_things_is_read(language: str, line: str) -> None:
    assert rule_of(line, language) is None


def test_a_footer_of_a_bare_feed_item_is_dropped_and_the_item_is_read() -> None:
    footer = "The post The harbour is full again appeared first on The Silt Review."
    script = segment(make_article(*PROSE, footer))
    assert spoken_texts(script) == list(PROSE)
    assert dropping_rule(script, footer) == "feed footer"


@pytest.mark.parametrize("word", ["Weather", "Events", "Monday", "Contact", "Jobs"])
def test_a_word_of_menus_is_a_crosshead_above_a_paragraph_and_chrome_elsewhere(word: str) -> None:
    lines = "".join(f"<p>{line}</p>" for line in PROSE[1:])
    page = (
        f"<article><h1>A guide to the harbour</h1><p>{PROSE[0]}</p><h2>{word}</h2>{lines}<h2>{word}</h2></article>"
    )
    script = segment(html.parse(page))
    assert spoken_texts(script) == [PROSE[0], word, *PROSE[1:]]
    assert [block.text for block in script.dropped] == [word]
