package org.sallyport.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nine o'clock: all sign in at once, while applications go on as they do all day. */
@Timeout(180)
class CrowdIT {
  private static final int PEOPLE = 48;
  private static final int APPLICATIONS = 32;

  private final Server server = Server.onH2();
  private final Application house = Application.house(server);
  private final Application svc = Application.svc(server);

  @Test
  void everybody_is_let_in_and_no_application_is_refused_meanwhile() {
    var outside = new AtomicInteger(PEOPLE);
    var all = new ArrayList<Callable<Integer>>();
    for (var person : people()) {
      all.add(() -> arrives(person, outside));
    }
    IntStream.range(0, APPLICATIONS).forEach(n -> all.add(() -> goesOn(outside)));
    Nodes.together(all);
  }

  // Their pages are open before.
  private List<Callable<Answer>> people() {
    var tasks =
        IntStream.range(0, PEOPLE)
            .mapToObj(n -> (Callable<Callable<Answer>>) this::atTheDoor)
            .toList();
    return Nodes.together(tasks);
  }

  private Callable<Answer> atTheDoor() {
    var alice = Visitor.alice(server);
    var request = house.asksFor("openid");
    var page = alice.opens(request);
    return () -> {
      var answer = alice.goesOn(page);
      Expect.code(answer, request);
      return answer;
    };
  }

  private int arrives(Callable<Answer> person, AtomicInteger outside) throws Exception {
    try {
      return person.call().status();
    } finally {
      outside.decrementAndGet();
    }
  }

  private int goesOn(AtomicInteger outside) {
    var asked = 0;
    while (outside.get() > 0) {
      Expect.tokens(svc.token(Map.of("grant_type", "client_credentials", "scope", "notes.read")));
      asked++;
    }
    return asked;
  }
}
