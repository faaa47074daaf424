package org.sallyport.interaction;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.request.FormEncoding;
import org.sallyport.protocol.request.Parameters;
import org.sallyport.protocol.request.RequestParameter;
import org.sallyport.protocol.request.ResponseMode;
import org.sallyport.protocol.request.ReturnAddress;
import org.sallyport.resource.details.AuthorizationDetails;

/**
 * An authorization request on hold: sound when it was put aside, and checked again when it is taken
 * up.
 *
 * @param parameters those of its parameters that matter, always with a {@code redirect_uri}
 * @param pushedAs the reference that stood for it, if its client had sent it ahead (RFC 9126)
 * @param receivedAt when it came in
 * @param ask what the person is asked next
 */
public record PendingAuthorization(
    Parameters parameters,
    Optional<String> pushedAs,
    Instant receivedAt,
    Ask ask,
    Optional<Progress> progress)
    implements PendingInteraction {
  /** The parameters that matter. */
  public static final Set<String> KEPT = RequestParameter.names(RequestParameter::isKept);

  private static final Set<String> HINTS = RequestParameter.names(RequestParameter::isHint);

  /** A request that came in now, whose answer goes to this redirect URI. */
  public static PendingAuthorization fresh(Parameters parameters, String redirectUri, Instant now) {
    var kept = new LinkedHashMap<>(parameters.asMap());
    kept.keySet().retainAll(KEPT);
    HINTS.forEach(hint -> kept.computeIfPresent(hint, (h, all) -> isShort(all) ? all : null));
    kept.put("redirect_uri", List.of(redirectUri));
    return new PendingAuthorization(
        Parameters.of(kept), Optional.empty(), now, Ask.SIGN_IN, Optional.empty());
  }

  /** The same, sent ahead by its client, who got this reference for it. */
  public PendingAuthorization pushed(Optional<String> reference) {
    return new PendingAuthorization(parameters, reference, receivedAt, ask, progress);
  }

  /** The client that asks. */
  public ClientId client() {
    return new ClientId(parameters.required("client_id"));
  }

  @Override
  public Optional<ClientId> application() {
    return Optional.of(client());
  }

  @Override
  public String wayOn() {
    return "/oauth2/authorize";
  }

  // The same request once more: nothing is lost but the time.
  @Override
  public Optional<String> startAgain() {
    return Optional.of(wayOn() + "?" + FormEncoding.encode(parameters));
  }

  @Override
  public boolean takesSignIns() {
    return true;
  }

  @Override
  public boolean asksToSignInAgain() {
    return ask == Ask.SIGN_IN_AGAIN;
  }

  /** Where its answer goes, and how; pages allow their forms to lead there. */
  public ReturnAddress returnTo() {
    return new ReturnAddress(
        parameters.required("redirect_uri"),
        parameters.optional("response_mode").map(ResponseMode::parse).orElse(ResponseMode.QUERY),
        parameters.optional("state"));
  }

  @Override
  public Optional<ReturnAddress> leadsTo() {
    return Optional.of(returnTo());
  }

  /** What the client asks for in detail (RFC 9396). */
  public AuthorizationDetails details() {
    return parameters
        .optional("authorization_details")
        .map(AuthorizationDetails::parse)
        .orElse(AuthorizationDetails.NONE);
  }

  /** Who the client thinks will sign in (OpenID Connect Core §3.1.2.1); any text. */
  @Override
  public Optional<String> loginHint() {
    return parameters.optional("login_hint");
  }

  /** The languages the client knows the person to like; any text. */
  @Override
  public Optional<String> uiLocales() {
    return parameters.optional("ui_locales");
  }

  /** The same, in the language that the person switched to. */
  @Override
  public PendingAuthorization inLanguage(String tag) {
    var all = new LinkedHashMap<>(parameters.asMap());
    all.put("ui_locales", List.of(tag));
    return new PendingAuthorization(Parameters.of(all), pushedAs, receivedAt, ask, progress);
  }

  /** The same, as it came in: nothing that anybody did for it counts. */
  public PendingAuthorization anew() {
    return new PendingAuthorization(
        parameters, pushedAs, receivedAt, Ask.SIGN_IN, Optional.empty());
  }

  /** What was done for it in this session. */
  public Progress progressIn(SessionId session) {
    return progress
        .filter(p -> p.session().equals(session))
        .orElseGet(() -> Progress.none(session));
  }

  /** The same, with this as the next thing to ask. */
  public PendingAuthorization asking(Ask next) {
    return new PendingAuthorization(parameters, pushedAs, receivedAt, next, progress);
  }

  /** The same, with this question to be put to the person of this session. */
  public PendingAuthorization asking(ConsentQuestion question, SessionId session) {
    return with(progressIn(session).asking(question)).asking(Ask.CONSENT);
  }

  /** The same, after the person signed in for it: this is the session they got. */
  @Override
  public PendingAuthorization signedIn(SessionId session) {
    return with(progressIn(session).afterSignIn());
  }

  /** The same, after the person chose to go on with the account of this session. */
  @Override
  public PendingAuthorization accountChosen(SessionId session) {
    return with(progressIn(session).afterChoice());
  }

  /** The same, after the person of this session allowed or denied. */
  public PendingAuthorization answered(ConsentAnswer verdict, SessionId session) {
    return with(progressIn(session).answered(verdict));
  }

  private static boolean isShort(List<String> hint) {
    return hint.stream().allMatch(text -> text.length() <= RequestParameter.LONGEST_HINT);
  }

  private PendingAuthorization with(Progress done) {
    return new PendingAuthorization(
        parameters, pushedAs, receivedAt, ask, Optional.of(done.named()));
  }
}
