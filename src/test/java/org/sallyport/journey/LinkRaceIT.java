package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sallyport.Spec;

/** A link of a mail counts once, however many use it at once on two nodes. */
@Spec("NIST SP 800-63B-4 §4.2")
class LinkRaceIT {
  private static final int AT_ONCE = 8;

  private final Nodes nodes = Nodes.shared();
  private final Server one = nodes.one();
  private final Application house = Application.house(one);

  @Test
  void a_link_for_a_forgotten_password() throws Exception {
    var address = "wilma@example.org";
    var forgets = new Browser(one);
    Form.of(forgets.open(one.url("/forgot")), "send-link").with("username", "wilma").press(forgets);
    var chosen = race(link(address, 1), LinkRaceIT::choose);
    Mailbox.await(Nodes.SENDER, address, 2);
    isThePassword("wilma", chosen);
    assertThat(subjects(address)).filteredOn(s -> s.contains("was changed")).hasSize(1);
  }

  @Test
  void an_invitation() throws Exception {
    isThePassword("igor", race(link("igor@example.org", 1), LinkRaceIT::choose));
  }

  @Test
  void a_registration() throws Exception {
    var browser = new Browser(one);
    Form.of(browser.open(one.url("/register")), "send-link")
        .with("email", "raced@signup.test")
        .with("name", "Raced")
        .press(browser);
    var link = link("raced@signup.test", 1);
    isThePassword(
        "raced", race(link, (page, i) -> choose(page, i).with("chosen-username", "raced")));
    assertThat(nodes.database().number("select count(*) from person where username = 'raced'"))
        .isEqualTo(1);
  }

  @Test
  void the_confirmation_of_an_address_and_what_undoes_it() throws Exception {
    var nora = visitor("nora", "nora moves to another town");
    var page = nora.visits(one.url("/account/email"));
    var before = subjects("nora@example.org").size();
    Form.of(page, "change-email").with("new-email", "raced@example.org").press(nora.browser());
    race(link("raced@example.org", 1), (shown, i) -> Form.of(shown, "confirm-address"));
    assertThat(address("nora")).isEqualTo("raced@example.org");
    var undo = "Your e-mail address";
    var mail = Mailbox.awaitAfter(before, Nodes.SENDER, "nora@example.org", undo);
    race(Mailbox.link(mail), (shown, i) -> Form.of(shown, "undo-change"));
    assertThat(address("nora")).isEqualTo("nora@example.org");
  }

  /**
   * Opens the link in browsers of both nodes, fills in what each is shown, and sends all at once;
   * one is taken, the others are told that the link was used. Gives the number of the one.
   */
  private int race(String link, BiFunction<Answer, Integer, Form> fill) {
    var uses = IntStream.range(0, AT_ONCE).mapToObj(i -> prepared(link, i, fill)).toList();
    var answers = Nodes.together(uses);
    // Who was there just before it was used is told what has changed meanwhile.
    assertThat(answers).extracting(Answer::status).isSubsetOf(200, 400, 409, 410);
    var taken = IntStream.range(0, AT_ONCE).filter(i -> answers.get(i).status() == 200).toArray();
    assertThat(taken).as(answers.toString()).hasSize(1);
    assertThat(new Browser(nodes.two()).open(link).status()).isEqualTo(410);
    return taken[0];
  }

  private Callable<Answer> prepared(String link, int i, BiFunction<Answer, Integer, Form> fill) {
    var browser = new Browser(i % 2 == 0 ? one : nodes.two());
    var form = fill.apply(browser.open(link), i);
    return () -> form.press(browser);
  }

  private static Form choose(Answer page, int i) {
    return Form.of(page, "choose-password").withNewPassword(password(i));
  }

  private static String password(int i) {
    return "seven quiet herons at dusk " + i;
  }

  private void isThePassword(String username, int chosen) {
    var request = house.asksFor("openid");
    Expect.code(visitor(username, password(chosen)).authorizes(request), request);
    var other = visitor(username, password((chosen + 1) % AT_ONCE));
    assertThat(other.signsIn(other.opens(request)).status()).isEqualTo(400);
  }

  private String address(String username) {
    var stored = "select count(*) from person where username = '%s' and email = '%s'";
    return Stream.of("raced@example.org", "nora@example.org")
        .filter(a -> nodes.database().number(stored.formatted(username, a)) == 1)
        .findFirst()
        .orElse("another");
  }

  private static List<String> subjects(String address) {
    return Mailbox.all(Nodes.SENDER, address).stream().map(Mailbox::subject).toList();
  }

  private static String link(String address, int number) throws Exception {
    return Mailbox.link(Mailbox.await(Nodes.SENDER, address, number));
  }

  private Visitor visitor(String username, String password) {
    return new Visitor(new Browser(one), username, password);
  }
}
