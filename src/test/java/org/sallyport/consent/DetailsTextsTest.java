package org.sallyport.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.resource.details.TestDetails.PAYMENT;
import static org.sallyport.resource.details.TestDetails.accountsAt;
import static org.sallyport.resource.details.TestDetails.array;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sallyport.Security;
import org.sallyport.SettableClock;
import org.sallyport.client.registry.StoredClients;
import org.sallyport.consent.ConsentItem.Fact;
import org.sallyport.keys.TestKeys;
import org.sallyport.platform.page.Brand;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.resource.details.AuthorizationDetails;

/** How details are told to people. */
class DetailsTextsTest {
  private final Store store = Stores.h2();
  private final StoredClients registered =
      new StoredClients(store, new SettableClock(TestKeys.NOW));

  @Test
  void the_sentence_of_the_type_has_the_values_in_it() {
    assertThat(plain(shown(PAYMENT, Locale.ENGLISH).title()))
        .isEqualTo("Pay 123.50 EUR to Merchant A");
    assertThat(plain(shown(PAYMENT, Locale.GERMAN).title()))
        .isEqualTo("123.50 EUR an Merchant A zahlen");
  }

  @Test
  void what_the_sentence_does_not_tell_stands_below_it() {
    assertThat(shown(PAYMENT, Locale.ENGLISH).data())
        .containsExactly(
            new Fact("Steps", "initiate, status, cancel"),
            new Fact("Where", "https://example.com/payments"),
            new Fact("Creditor account · Iban", "DE02100100109307118603"),
            new Fact("Remittance information unstructured", "Ref Number Merchant"));
  }

  @Test
  void without_a_sentence_the_title_stands_over_all_that_is_asked_for() {
    var shown = shown(accountsAt("https://example.com/accounts"), Locale.ENGLISH);
    assertThat(shown.title()).isEqualTo("See your accounts");
    assertThat(shown.description()).isEmpty();
    assertThat(shown.data())
        .extracting(Fact::value)
        .containsExactly(
            "https://example.com/accounts", "list_accounts, read_balances, read_transactions");
  }

  @Test
  void the_title_of_the_type_stands_over_what_its_sentences_tell() {
    assertThat(heading(PAYMENT)).isEqualTo("Make a payment");
    assertThat(heading(PAYMENT, PAYMENT)).isEqualTo("Make a payment");
    assertThat(heading(accountsAt("https://example.com/accounts"))).isEqualTo("Check the details");
    assertThat(heading(PAYMENT, accountsAt("https://example.com/accounts")))
        .isEqualTo("Check the details");
  }

  @Test
  void it_cannot_be_left_out() {
    assertThat(shown(PAYMENT, Locale.ENGLISH).optional()).isFalse();
    assertThat(shown(PAYMENT, Locale.ENGLISH).sensitive()).isTrue();
  }

  @Test
  void every_kind_of_value_has_words() {
    registered.applyTypes(
        """
        [{"type": "payment_initiation", "title": "A", "schema": {"additionalProperties": true}},
         {"type": "account_information", "title": "A", "text": "{none} {list}",
          "schema": {"additionalProperties": true}}]
        """);
    var detail =
        """
        {"type": "payment_initiation", "aNumber": 1e3, "yes": true, "no": false, "nothing": null,
         "empty": [], "blank": " ", "parts_of-it": [{"a": 1}, {"a": [2, 3]}]}
        """;
    assertThat(shown(detail, Locale.ENGLISH).data())
        .containsExactly(
            new Fact("A number", "1000"),
            new Fact("Yes", "Yes"),
            new Fact("No", "No"),
            new Fact("Nothing", "–"),
            new Fact("Empty", "–"),
            new Fact("Blank", "–"),
            new Fact("Parts of it 1 · A", "1"),
            new Fact("Parts of it 2 · A", "2, 3"));
    var sentence = "{\"type\": \"account_information\", \"list\": [{\"a\": 1}, {\"b\": 2}]}";
    assertThat(plain(shown(sentence, Locale.ENGLISH).title())).isEqualTo("– 1 2");
  }

  @Test
  @Security(174)
  void a_member_of_any_name_has_a_label() {
    registered.applyTypes(
        """
        [{"type": "payment_initiation", "title": "A", "schema": {"additionalProperties": true,
          "properties": {"a": {"properties": {"b": {"title": "Amount"}}}}}},
         {"type": "account_information", "title": "A", "schema": {}}]
        """);
    var detail =
        """
        {"type": "payment_initiation", "": 1, " ": 2, "5": 3, "a/b": 4, "a": {"": [{"b": 5}], "b": 6},
         "list": [{"0": 7}], "\\u200b": 8}
        """;
    assertThat(shown(detail, Locale.ENGLISH).data())
        .containsExactly(
            new Fact("–", "1"),
            new Fact("–", "2"),
            new Fact("5", "3"),
            new Fact("A/b", "4"),
            new Fact("A · – 1 · B", "5"),
            new Fact("A · Amount", "6"),
            new Fact("List 1 · 0", "7"),
            new Fact("\uFFFD", "8"));
  }

  @ParameterizedTest
  @Security(174)
  @CsvSource({"202E", "2066", "200B", "2028", "0000", "000A", "E0041", "00AD", "FEFF", "2069"})
  void what_hides_or_turns_its_neighbours_shows_as_something(String unseen) {
    var c = Character.toString(Integer.parseInt(unseen, 16));
    assertThat(PlainText.text("a" + c + "b")).isEqualTo("a\uFFFDb");
    var json = PAYMENT.replace("Merchant A", "M" + escaped(c) + "A");
    assertThat(shown(json, Locale.ENGLISH).title())
        .isEqualTo("Pay \u2068123.50\u2069 \u2068EUR\u2069 to \u2068M\uFFFDA\u2069");
  }

  @Test
  @Security(174)
  void a_value_is_no_part_of_the_sentence() {
    var json = PAYMENT.replace("Merchant A", "{creditorAccount.iban} $1 \\\\");
    assertThat(plain(shown(json, Locale.ENGLISH).title()))
        .isEqualTo("Pay 123.50 EUR to {creditorAccount.iban} $1 \\");
  }

  private String heading(String... details) {
    var types =
        AuthorizationDetails.parse(array(details)).values().stream()
            .map(AuthorizationDetails::type)
            .map(t -> store.inTransaction(() -> registered.types().find(t).orElseThrow()))
            .toList();
    return new DetailsTexts(Brand.NONE.in(Locale.ENGLISH)).heading(types);
  }

  private ConsentItem shown(String detail, Locale language) {
    var one = AuthorizationDetails.parse(array(detail)).values().get(0);
    var type =
        store.inTransaction(
            () -> registered.types().find(AuthorizationDetails.type(one)).orElseThrow());
    return new DetailsTexts(Brand.NONE.in(language)).of(0, one, type);
  }

  private static String plain(String isolated) {
    return isolated.replace("\u2068", "").replace("\u2069", "");
  }

  private static String escaped(String text) {
    var json = new StringBuilder();
    text.chars().forEach(c -> json.append(String.format("\\u%04x", c)));
    return json.toString();
  }
}
