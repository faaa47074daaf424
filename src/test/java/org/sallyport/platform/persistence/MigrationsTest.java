package org.sallyport.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class MigrationsTest {

  @Test
  void every_migration_in_the_folder_is_taken_in_order() throws IOException {
    try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
      var names =
          files
              .map(f -> f.getFileName().toString())
              .sorted(Comparator.comparingInt(MigrationsTest::version))
              .toList();
      assertThat(Migrations.FILES).isEqualTo(names);
    }
  }

  private static int version(String file) {
    return Integer.parseInt(file.substring(1, file.indexOf("__")));
  }

  @Test
  void nodes_that_start_at_once_on_an_empty_database_all_start() {
    for (int round = 0; round < 5; round++) {
      var settings = Stores.newPostgreSql("migrated" + round);
      var source = Product.POSTGRESQL.migrating(settings);

      var done =
          Race.of(
              4,
              () -> {
                Migrations.run(source);
                return true;
              });

      assertThat(done).hasSize(4);
    }
  }

  @Test
  void a_migrated_database_is_left_as_it_is() {
    var settings = Stores.newH2();
    for (int start = 0; start < 2; start++) {
      try (var database = OpenDatabase.open(settings, EntityClasses.all())) {
        assertThat(database.factory().isOpen()).isTrue();
      }
    }
  }
}
