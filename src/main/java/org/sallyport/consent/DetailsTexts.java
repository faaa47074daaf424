package org.sallyport.consent;

import static java.util.stream.Collectors.joining;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sallyport.consent.ConsentItem.Fact;
import org.sallyport.platform.page.Texts;
import org.sallyport.protocol.LocalizedText;
import org.sallyport.resource.details.AuthorizationDetailsType;
import org.sallyport.resource.details.MemberTitles;

/**
 * Puts authorization details into words: the sentence of their type, if it has one, and whatever
 * that does not tell, so that nobody allows what was not shown.
 */
record DetailsTexts(Texts texts) {
  private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)}");
  private static final String NOTHING = "–";

  /**
   * The access that one of them gives.
   *
   * @param index the how-manieth of the request it is
   */
  ConsentItem of(int index, JsonObject detail, AuthorizationDetailsType type) {
    var members = DetailsMember.of(detail);
    var wording = type.wording();
    var sentence = wording.text().map(t -> t.in(texts.locale()));
    var told = sentence.map(DetailsTexts::places).orElse(List.of());
    return new ConsentItem(
        "details·" + index,
        sentence.map(s -> filled(s, members)).orElseGet(() -> wording.title().in(texts.locale())),
        wording.description().map(d -> d.in(texts.locale())).orElse(""),
        false,
        true,
        wording.sensitive(),
        members.stream()
            .filter(m -> !m.name().equals("type") && told.stream().noneMatch(m::isWithin))
            .map(m -> new Fact(label(m, wording.members()), words(m.value())))
            .toList());
  }

  /**
   * What stands over all of them: the title of their type, such as Make a payment, if they are of
   * one type and each says by a sentence of its own what it is.
   */
  String heading(List<AuthorizationDetailsType> types) {
    var titles =
        types.stream()
            .map(AuthorizationDetailsType::wording)
            .map(w -> w.text().map(s -> w.title().in(texts.locale())).orElse(""))
            .distinct()
            .toList();
    return titles.size() == 1 && !titles.get(0).isEmpty()
        ? titles.get(0)
        : texts.text("consent.details");
  }

  private static List<String> places(String sentence) {
    return PLACE.matcher(sentence).results().map(r -> r.group(1)).toList();
  }

  // Each value keeps its direction to itself (Unicode Standard Annex 9 §2.7).
  private String filled(String sentence, List<DetailsMember> members) {
    return PLACE
        .matcher(sentence)
        .replaceAll(
            place -> Matcher.quoteReplacement("\u2068" + told(place.group(1), members) + "\u2069"));
  }

  private String told(String name, List<DetailsMember> members) {
    var words = members.stream().filter(m -> m.isWithin(name)).map(m -> words(m.value())).toList();
    return words.isEmpty() ? NOTHING : String.join(" ", words);
  }

  private String label(DetailsMember member, MemberTitles titles) {
    var path = new StringBuilder();
    var label = new StringBuilder();
    for (var step : member.path()) {
      if (step.place().isPresent()) {
        label.append(' ').append(step.place().getAsInt() + 1);
      } else {
        path.append(MemberTitles.step(step.name()));
        label
            .append(label.isEmpty() ? "" : " · ")
            .append(word(step.name(), titles.at(path.toString())));
      }
    }
    return label.toString();
  }

  private String word(String name, Optional<LocalizedText> title) {
    return title.map(t -> t.in(texts.locale())).orElseGet(() -> text(PlainText.words(name)));
  }

  private String words(JsonValue value) {
    return switch (value.getValueType()) {
      case STRING -> text(((JsonString) value).getString());
      case NUMBER -> ((JsonNumber) value).bigDecimalValue().toPlainString();
      case TRUE -> texts.text("consent.yes");
      case FALSE -> texts.text("consent.no");
      case ARRAY -> list(value.asJsonArray());
      case OBJECT, NULL -> NOTHING;
    };
  }

  private String list(JsonArray values) {
    return values.isEmpty() ? NOTHING : values.stream().map(this::words).collect(joining(", "));
  }

  private static String text(String text) {
    return text.isBlank() ? NOTHING : PlainText.text(text);
  }
}
