package org.sallyport.platform.persistence.mapping;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.Session;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;

/**
 * A text that is longer than its column is refused where it is read, with its place and its limit,
 * never by the database. Each column of the schema stands here with the type that sees to it.
 */
class TextColumnsTest {
  /** Texts from the configuration file: type that refuses → columns. */
  private static final Map<String, List<String>> WRITTEN =
      Map.of(
          "ClientId",
              List.of(
                  "client.id",
                  "access_grant.client_id",
                  "consent.client_id",
                  "client_logo.client_id",
                  "audit_event.client_id"),
          "client.Registration", List.of("client.metadata", "client.sealed_secret"),
          "client.ClientPages", List.of("client_logo.source"),
          "Resource", List.of("resource_server.id"),
          "client.AppliedEntry",
              List.of("resource_server.definition", "authorization_details_type.definition"),
          "client.AuthorizationDetailsType", List.of("authorization_details_type.id"),
          "Subject", List.of("person.subject", "audit_event.subject"),
          "person.Profile",
              List.of(
                  "person.display_username",
                  "person.claims",
                  "person.user_groups",
                  "person.external_id",
                  "person_group.name"),
          "person.Username", List.of("person.username"),
          "person.PasswordHash", List.of("person.password_hash", "credential.verifier"));

  /** Texts from requests: type that refuses or cuts → columns. */
  private static final Map<String, List<String>> REQUESTED =
      Map.of(
          "ClientId", List.of("pushed_request.client_id", "declined_in_session.client_id"),
          "FormReader", List.of("pushed_request.parameters"),
          "Scopes",
              List.of(
                  "access_grant.scopes",
                  "consent.scopes",
                  "consent.declined",
                  "declined_in_session.scopes"),
          "AuthorizationRequest",
              List.of("access_grant.resources", "access_grant.nonce", "access_grant.claims"),
          "RedirectUri", List.of("access_grant.redirect_uri"),
          "CodeChallenge", List.of("access_grant.code_challenge"),
          "Thumbprint", List.of("access_grant.jkt", "access_grant.x5t_s256"),
          "client.AuthorizationDetails", List.of("access_grant.authorization_details"),
          "session.BrowserSession", List.of("browser_session.user_agent"),
          "ClientAddress",
              List.of("browser_session.address", "audit_event.address", "mail_link.network"));

  /** Texts of mails: type that refuses or cuts → columns. */
  private static final Map<String, List<String>> MAILED =
      Map.of(
          "MailAddress",
              List.of(
                  "mail_outbox.recipient",
                  "mail_link.address",
                  "person.email",
                  "person.file_email"),
          "MailFailure", List.of("mail_outbox.last_error"),
          "ReplacedTexts, MailTemplate", List.of("mail_outbox.content"));

  /** Texts that are made here: hashes, identifiers, names of our own. */
  private static final List<String> MADE =
      List.of(
          "client.secret_hash, client.origin, client.applied_digest, resource_server.applied_digest",
          "authorization_details_type.applied_digest, person.applied_digest, person.password_set_by",
          "person.password_mac, credential.id, credential.subject, credential.kind",
          "credential.config_mac, credential.set_by, credential.origin, person.password_change",
          "browser_session.factors",
          "sign_in_failures.key_hash, browser_session.id_hash, browser_session.sid",
          "browser_session.subject, browser_session.acr, browser_session.amr",
          "access_grant.subject, access_grant.session_id, access_grant.acr, access_grant.amr",
          "access_grant.end_reason, consent.subject, revoked_token.jti, used_once.id",
          "declined_in_session.session_id, departed_entry.kind, departed_entry.id, node_clock.node",
          "pushed_request.id, server_key.kid, server_key.purpose, server_key.algorithm",
          "server_key.sealed_private, lease.name, lease.holder, audit_event.event",
          "audit_event.detail, audit_event.case_number, audit_event.actor, audit_event.previous_hash, audit_event.hash",
          "audit_chain.hash, audit_checkpoint.heads, audit_checkpoint.previous_mac",
          "audit_checkpoint.mac, audit_dropped.node, audit_dropped.event, audit_dropped.reason",
          "mail_outbox.id, mail_outbox.message_id, mail_outbox.language, mail_outbox.kind",
          "mail_link.id, mail_link.token_hash, mail_link.purpose, mail_link.subject, mail_link.payload",
          "client_logo.image, client_logo.hash, client_logo.last_error",
          "person.source, person.language, person.time_zone, person.grouped_by, person_group.id",
          "person_group.source, group_member.subject, group_member.group_id, mail_outbox.claim, known_setting.name, known_setting.code");

  @StoreTest
  void every_text_column_has_a_type_that_refuses_what_is_too_long(Store store) {
    var known = new TreeSet<String>();
    WRITTEN.values().forEach(known::addAll);
    REQUESTED.values().forEach(known::addAll);
    MAILED.values().forEach(known::addAll);
    MADE.forEach(line -> known.addAll(Arrays.asList(line.split(", "))));
    assertThat(columns(store)).containsExactlyElementsOf(known);
  }

  private static Set<String> columns(Store store) {
    var query =
        "select lower(table_name) || '.' || lower(column_name) from information_schema.columns"
            + " where lower(table_schema) = 'public' and lower(data_type) = 'character varying'"
            + " and lower(table_name) <> 'flyway_schema_history'"
            // The partitions of PostgreSQL, which have the columns of their table.
            + " and lower(table_name) not like 'audit!_event!_%' escape '!'";
    return store.inTransaction(
        () ->
            store
                .em()
                .unwrap(Session.class)
                .createNativeQuery(query, String.class)
                .getResultStream()
                .collect(toCollection(TreeSet::new)));
  }
}
