package org.sallyport.interaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.sallyport.platform.json.Json;

/** People on the way to a page of their account, while they sign in. */
@ApplicationScoped
class AccountVisitKind implements InteractionKind<AccountVisit> {
  private static final String KIND = "account";
  private static final String LANGUAGE = "ui_locales";

  @Override
  public Class<AccountVisit> type() {
    return AccountVisit.class;
  }

  @Override
  public String write(AccountVisit visit) {
    var json =
        Json.createObjectBuilder()
            .add(KIND, visit.receivedAt().toEpochMilli())
            .add("page", visit.page())
            .add("again", visit.again());
    visit.uiLocales().ifPresent(tag -> json.add(LANGUAGE, tag));
    return json.build().toString();
  }

  @Override
  public Optional<AccountVisit> read(JsonObject json) {
    return json.containsKey(KIND) ? Optional.of(visit(json)) : Optional.empty();
  }

  private static AccountVisit visit(JsonObject json) {
    return new AccountVisit(
        json.getString("page"),
        json.getBoolean("again"),
        Optional.ofNullable(json.getString(LANGUAGE, null)),
        Instant.ofEpochMilli(json.getJsonNumber(KIND).longValueExact()));
  }
}
