package org.sallyport.demo.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Notes: their number for every caller, the staff's for staff, the board's for the board. */
@Path("notes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class NotesResource {
  private static final List<String> STAFF =
      List.of("The east gate is painted on Thursday.", "Bring the keys back before six.");
  private static final List<String> SAFE = List.of("The spare key is behind the clock.");
  private static final List<String> BOARD = List.of("The second door opens in spring.");

  private static final String PASSWORD =
      "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport";

  @Context SecurityContext caller;

  /** How many notes there are, for services too. */
  @GET
  @Path("count")
  @NeedsScope("notes.read")
  public JsonObject count() {
    return Json.createObjectBuilder().add("notes", STAFF.size() + BOARD.size()).build();
  }

  /** The notes for staff. */
  @GET
  @NeedsScope("notes.read")
  @NeedsGroup("staff")
  public JsonObject forStaff() {
    return notes(STAFF);
  }

  /** The notes for the board. */
  @GET
  @Path("board")
  @NeedsScope("notes.read")
  @NeedsGroup("board")
  public JsonObject forBoard() {
    return notes(BOARD);
  }

  /** The note in the safe, for staff who have just entered their password. */
  @GET
  @Path("safe")
  @NeedsScope("notes.read")
  @NeedsSignIn(acr = PASSWORD, maxAge = 20)
  @NeedsGroup("staff")
  public JsonObject inTheSafe() {
    return notes(SAFE);
  }

  private JsonObject notes(List<String> notes) {
    return Json.createObjectBuilder()
        .add("reader", reader())
        .add("notes", Json.createArrayBuilder(notes))
        .build();
  }

  // The name of a person, the subject of a service; servers differ in what they call the name.
  private String reader() {
    var token = (JsonWebToken) caller.getUserPrincipal();
    return token.<String>claim("preferred_username").orElse(token.getSubject());
  }
}
