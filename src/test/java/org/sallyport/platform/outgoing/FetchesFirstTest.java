package org.sallyport.platform.outgoing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sallyport.platform.transaction.Transactional;

/** Which endpoints ask other hosts before their transaction begins. */
class FetchesFirstTest {
  @Test
  void every_door_with_a_transaction_asks_other_hosts_outside_of_it() {
    classes()
        .that()
        .areAnnotatedWith(Path.class)
        .and(describe("run in a transaction", FetchesFirstTest::runsInTransaction))
        .should()
        .beAnnotatedWith(FetchesFirst.class)
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.sallyport"));
  }

  // By a method of its own, or by one that it hands its work to.
  private static boolean runsInTransaction(JavaClass door) {
    var others =
        door.getFields().stream()
            .flatMap(field -> field.getRawType().getMethods().stream())
            .filter(FetchesFirstTest::takesWork);
    return Stream.concat(door.getMethods().stream(), others)
        .anyMatch(method -> method.isAnnotatedWith(Transactional.class));
  }

  private static boolean takesWork(JavaMethod method) {
    return method.getRawParameterTypes().stream().anyMatch(t -> t.isEquivalentTo(Supplier.class));
  }
}
