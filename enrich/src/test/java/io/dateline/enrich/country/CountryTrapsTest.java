package io.dateline.enrich.country;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.Dateline;
import io.dateline.model.LanguageTag;
import io.dateline.model.Passage;
import io.dateline.model.Tag;
import io.dateline.model.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryTrapsTest {

  private static final CountryTagger TAGGER = new CountryTagger();

  private static List<Tag> tags(String language, String headline, String body) {
    Article article =
        Article.builder(new ArticleUri("https://example.org/1"), Text.of(headline, body)).build();
    return TAGGER.tag(Passage.of(article), new LanguageTag(language), null);
  }

  private static List<String> codes(String language, String body) {
    return tags(language, "", body).stream().map(Tag::code).sorted().toList();
  }

  private static List<String> codes(List<Tag> tags, Tag.Relation relation) {
    return tags.stream().filter(t -> t.relation() == relation).map(Tag::code).sorted().toList();
  }

  @ParameterizedTest
  @CsvSource({
    "de,'Die Panama Papers enthüllten viel.'",
    "de,'Die Uruguay-Runde endete spät.'",
    "de,'Der US-Dollar verlor an Wert.'",
    "de,'Paris Hilton kam nicht.'",
    "de,'Die EU, die UN und die Nato berieten.'",
    "de,'Ein türkises Kleid und feines Porzellan.'",
    "de,'Der Botschafter sprach mit dem Ambassador.'",
    "de,'Israel Concha sang.'",
    "de,'Das Büro: Verlag Muster, Hauptstraße 1, 1010 Wien.'",
    "de,'Das Lokal in der Pariser Straße brannte.'",
    "en,'Roast turkey was served on fine china.'",
    "en,'Michael Jordan scored. Jordan won again.'",
    "en,'Chad Smith played the drums.'",
    "en,'The Uruguay Round and the Panama Papers made news.'",
    "en,'NATO, the EU and the United Nations agreed.'",
    "en,'It cost 20 Swiss francs, or US$25.'",
    "en,'The ambassador liked jersey, polish and a brazil.'",
    "en,'Denzel Washington took the part. Washington was praised.'",
    "en,'The shop in Paris Street has closed.'"
  })
  void namesNoCountry(String language, String text) {
    assertThat(codes(language, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "en,'Voters in Georgia and Alabama went to the polls, and Atlanta was calm.',US",
    "en,'Georgia and Russia fought over South Ossetia, Tbilisi said.',GE RU",
    "en,'Chad sent troops to Niger.',NE TD",
    "en,'Niger closed its border.',NE",
    "en,'Nigeria closed its border.',NG",
    "en,'Kinshasa is in the Democratic Republic of the Congo.',CD",
    "en,'Brazzaville is in the Republic of the Congo.',CG",
    "en,'Papua New Guinea met Guinea-Bissau and Equatorial Guinea.',GQ GW PG",
    "en,'Guinea and its capital Conakry.',GN",
    "en,'South Korea warned North Korea.',KP KR",
    "en,'A man from Paris, Texas, was held.',US",
    "en,'She was born in Athens, Ga., in 1950.',US",
    "en,'Columbia University invited Colombia.',CO US",
    "en,'The strike in British Columbia goes on.',CA",
    "en,'Turkey and Jordan signed.',JO TR",
    "en,'The Swiss army and the Kremlin.',CH RU",
    "en,'Northern Ireland is not Ireland.',GB IE",
    "en,'Macedonia and Greece agreed on a name.',GR MK",
    "en,'Washington warned Beijing.',CN US",
    "en,'Seattle is in Washington state.',US",
    "en,'Paris and London disagreed.',FR GB",
    "en,'The Soviet Union fell.',RU",
    "de,'In Deutschlandsberg brannte es.',AT",
    "de,'Assad traf den Ambassador.',SY",
    "de,'Der Kremlchef empfing die Kanzlerin im Bundestag.',DE RU",
    "de,'Die westlibysche Stadt und die Ostukraine.',LY UA",
    "de,'Der Bundestag beriet.',DE",
    "de,'Im Burgenland und in der Steiermark regnete es.',AT",
    "de,'Nordkoreas Nachbar Südkorea.',KP KR",
    "de,'Die DDR und die Sowjetunion.',DE RU",
    "de,'Die Türkei und China stritten über Porzellan.',CN TR",
    "de,'Die Brauerei in der Wiener Straße in Dresden.',DE",
    "de,'Wien und Bern berieten.',AT CH",
    "fr,'Les autorités allemandes et la Maison-Blanche.',DE US",
    "es,'El presidente francés viajó a Estados Unidos.',FR US",
    "it,'La cancelliera tedesca a Parigi.',DE FR",
    "pt,'O governo brasileiro e a Rússia.',BR RU",
    "nl,'De Duitse regering en Oekraïne.',DE UA",
    "pl,'Niemiecki rząd i Rosja.',DE RU",
    "ru,'Российские войска покинули Сирию.',RU SY",
    "tr,'Almanya''nın kararı ve İngiliz basını.',DE GB",
    "ar,'الرئيس الروسي وسوريا',RU SY",
    "zh,'美国总统访问日本',JP US",
    "ja,'ロシアとアメリカの大統領',RU US"
  })
  void choosesTheCountryMeant(String language, String text, String countries) {
    assertThat(String.join(" ", codes(language, text))).isEqualTo(countries);
  }

  @Test
  void theDatelineAloneMakesACountryMentionedNotAbout() {
    List<Tag> tags =
        tags(
            "en",
            "South Sudan's president sacks army chief",
            "NAIROBI (AP) — South Sudan's president dismissed the head of the army on Monday.");
    assertThat(codes(tags, Tag.Relation.ABOUT)).containsExactly("SS");
    assertThat(codes(tags, Tag.Relation.MENTIONS)).containsExactly("KE");
  }

  @Test
  void theDatelineTakenOutOfTheTextIsReadToo() {
    Article article =
        Article.builder(
                new ArticleUri("https://example.org/1"),
                Text.of("Serben in Libyen getötet", "Zwei Serben starben in Libyen."))
            .dateline(new Dateline("Rom (dpa) -", List.of("Rom"), null, "dpa", null))
            .build();
    List<Tag> tags = TAGGER.tag(Passage.of(article), new LanguageTag("de"), null);
    assertThat(codes(tags, Tag.Relation.ABOUT)).containsExactly("LY", "RS");
    assertThat(codes(tags, Tag.Relation.MENTIONS)).containsExactly("IT");
  }

  @Test
  void theArticleThatStartedItIsAboutRussiaAndSyria() {
    List<Tag> tags =
        tags(
            "de",
            "Putin: Nächster Schritt ist Waffenruhe für ganz Syrien",
            """
            (Foto: AP)

            Aleppo ist geräumt. Nun will Kremlchef Wladimir Putin eine Waffenruhe für ganz Syrien. \
            Russlands Präsident sagte das am Freitag in Moskau vor Journalisten. Die syrische Armee \
            kontrolliert Aleppo wieder ganz, teilte die russische Führung mit. Die Räumung der \
            letzten Viertel sei ohne die Hilfe der russischen Luftwaffe nicht möglich gewesen, sagte \
            Putin. Der Machthaber Assad habe viel dazu beigetragen, und auch die Helfer am Ort \
            hätten ihren Anteil daran. In den vergangenen Tagen hatten Tausende Menschen die Stadt \
            in Bussen verlassen, bei Schnee und Kälte und nach Wochen ohne Strom.

            Als Nächstes solle über Frieden verhandelt werden, sagte der russische Präsident. Die \
            Gespräche könnten in Astana in Kasachstan beginnen. Die Regierung in Damaskus sei \
            bereit, daran teilzunehmen. Das hätten auch die Türkei und der Iran zugesagt, sagte \
            Putin. Aus den USA gab es zunächst keine Reaktion.\
            """);
    assertThat(codes(tags, Tag.Relation.ABOUT)).containsExactly("RU", "SY");
    assertThat(codes(tags, Tag.Relation.MENTIONS)).containsExactly("IR", "KZ", "TR", "US");
    assertThat(tags).allSatisfy(tag -> assertThat(tag.evidence()).isNotEmpty());
  }

  @Test
  void aFormerStateIsFlagged() {
    Tag tag = tags("en", "", "The Soviet Union fell.").getFirst();
    assertThat(tag.code()).isEqualTo("RU");
    assertThat(tag.rule()).isEqualTo("former");
  }

  @Test
  void aPhotoCreditMakesNothingAmerican() {
    assertThat(codes("de", "Ein Foto der Brücke. (Foto: AP)")).isEmpty();
  }

  @Test
  void aTextWithoutCountriesSpeaksOfItsSourcesHome() {
    List<Passage> passages =
        List.of(new Passage(Passage.Part.BODY, "/bodies/0/value", "Ein Haus brannte ab."));
    Tag tag = TAGGER.tag(passages, new LanguageTag("de"), "AT").getFirst();
    assertThat(tag.code()).isEqualTo("AT");
    assertThat(tag.inferred()).isTrue();
    assertThat(tag.rule()).isEqualTo("home");
  }

  @Test
  void theSourcesHomeIsReadFromItsPageLanguageOrDomain() {
    assertThat(Home.of(article("https://www.example.co.uk/a"))).isEqualTo("GB");
    assertThat(Home.of(article("https://example.at/a"))).isEqualTo("AT");
    assertThat(Home.of(article("https://example.tv/a"))).isNull();
    assertThat(Home.of(article("urn:x:y"))).isNull();
  }

  private static Article article(String uri) {
    return Article.builder(new ArticleUri(uri), Text.of("", "x")).build();
  }
}
