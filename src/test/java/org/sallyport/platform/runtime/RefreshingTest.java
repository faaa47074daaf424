package org.sallyport.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefreshingTest {
  private final Logger logger = Logger.getLogger(Refreshing.class.getName());
  private final List<Level> told = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord event) {
          told.add(event.getLevel());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listens() {
    logger.setLevel(Level.ALL);
    logger.addHandler(handler);
  }

  @AfterEach
  void listensNoLonger() {
    logger.removeHandler(handler);
    logger.setLevel(null);
  }

  @Test
  void the_log_is_warned_of_the_first_failure_in_a_row_only() {
    var fails = new boolean[] {true};
    var refreshing =
        new Refreshing(
            "it",
            () -> {
              if (fails[0]) {
                throw new IllegalStateException("away");
              }
            });
    refreshing.run();
    refreshing.run();
    assertThat(told).containsExactly(Level.WARNING, Level.FINE);
    fails[0] = false;
    refreshing.run();
    fails[0] = true;
    refreshing.run();
    assertThat(told).containsExactly(Level.WARNING, Level.FINE, Level.WARNING);
  }
}
