package org.sallyport.client.logo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.sallyport.platform.crypto.Sha256;
import org.sallyport.platform.image.Picture;
import org.sallyport.platform.persistence.NewRow;
import org.sallyport.platform.transaction.Transactional;
import org.sallyport.platform.transaction.Transactions;
import org.sallyport.protocol.ClientId;

/** The table of logos: where each comes from, the picture, and when to try again. */
@ApplicationScoped
public class ClientLogoRows {
  private static final Duration CLAIMED = Duration.ofMinutes(2);
  private static final int LONGEST_REASON = 300;

  private static final String CHANGED =
      "select c.id, c.changedAt from Client c where c.enablement.enabled = true"
          + " and c.changedAt >= :since and c.id > :after"
          + " and c.definition like '%logo!_uri%' escape '!' order by c.id";
  private static final String REPLACE =
      "update client_logo set source = :source, image = null, hash = null, tries = 0,"
          + " next_try = :now, last_error = null where client_id = :id"
          + " and (source <> :source or (image is null and next_try is null))";
  private static final String INSERT =
      "insert into client_logo (client_id, source, next_try) values (?, ?, ?)";
  private static final String DUE =
      "select client_id, source, tries from client_logo where next_try <= :now order by next_try";
  private static final String OF_ONE = " where client_id = :id and source = :source";
  private static final String CLAIM =
      "update client_logo set next_try = :until, tries = tries + 1"
          + OF_ONE
          + " and next_try <= :now";
  private static final String KEEP =
      "update client_logo set image = :image, hash = :hash, next_try = null, last_error = null"
          + OF_ONE;
  private static final String FAILED =
      "update client_logo set next_try = :next, last_error = :reason" + OF_ONE;
  private static final String FORGET = "update client_logo set next_try = null" + OF_ONE;
  private static final String FIND =
      "select source, hash from client_logo where client_id = :id and hash is not null";
  private static final String IMAGE = "select image from client_logo where hash = :hash";

  @Inject EntityManager em;
  @Inject Transactions transactions;

  /** A client that may have a logo, and the stamp of its last change. */
  record ChangedClient(ClientId id, Instant at) {}

  /**
   * A logo that is to be fetched.
   *
   * @param tries how often that was tried before
   */
  record DueLogo(ClientId client, URI source, int tries) {}

  /** A logo that there is. */
  record StoredLogo(String source, String hash) {}

  /**
   * Clients that may do something and have changed since, in the order of their ids.
   *
   * @param after the id after which to go on
   */
  List<ChangedClient> changed(Instant since, String after, int most) {
    return transactions.inNew(
        () ->
            em.createQuery(CHANGED, Object[].class)
                .setParameter("since", since)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new ChangedClient(new ClientId((String) row[0]), (Instant) row[1]))
                .toList());
  }

  /** Has the logo at this address fetched, unless it is there, or is being fetched already. */
  void want(ClientId client, URI source, Instant now) {
    transactions.inNew(
        () -> {
          var replaced =
              em.createNativeQuery(REPLACE)
                  .setParameter("id", client.value())
                  .setParameter("source", source.toString())
                  .setParameter("now", now)
                  .executeUpdate();
          var row = List.<Object>of(client.value(), source.toString(), now);
          return replaced == 1 || new NewRow(INSERT, row).insertUnlessPresent(em);
        });
  }

  /** Those that are to be fetched now. */
  List<DueLogo> due(Instant now, int most) {
    return transactions.inNew(
        () -> {
          List<?> rows =
              em.createNativeQuery(DUE)
                  .setParameter("now", now)
                  .setMaxResults(most)
                  .getResultList();
          return rows.stream().map(row -> due((Object[]) row)).toList();
        });
  }

  /** Whether this node may fetch it; of any number of nodes one may, for two minutes. */
  boolean claim(DueLogo logo, Instant now) {
    return transactions.inNew(
            () ->
                em.createNativeQuery(CLAIM)
                    .setParameter("until", now.plus(CLAIMED))
                    .setParameter("id", logo.client().value())
                    .setParameter("source", logo.source().toString())
                    .setParameter("now", now)
                    .executeUpdate())
        == 1;
  }

  /** Keeps the picture, unless the client has another logo by now. */
  void keep(DueLogo logo, Picture picture) {
    var image = Base64.getEncoder().encodeToString(picture.png());
    transactions.inNew(
        () ->
            em.createNativeQuery(KEEP)
                .setParameter("image", image)
                .setParameter("hash", Sha256.hex(image))
                .setParameter("id", logo.client().value())
                .setParameter("source", logo.source().toString())
                .executeUpdate());
  }

  /** Has it tried again later. */
  void failed(DueLogo logo, Instant next, String reason) {
    var told = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    transactions.inNew(
        () ->
            em.createNativeQuery(FAILED)
                .setParameter("next", next)
                .setParameter("reason", told)
                .setParameter("id", logo.client().value())
                .setParameter("source", logo.source().toString())
                .executeUpdate());
  }

  /** Has it tried no more. */
  void forget(DueLogo logo) {
    transactions.inNew(
        () ->
            em.createNativeQuery(FORGET)
                .setParameter("id", logo.client().value())
                .setParameter("source", logo.source().toString())
                .executeUpdate());
  }

  /** The logo of a client, if it was fetched. */
  @Transactional
  Optional<StoredLogo> find(ClientId client) {
    List<?> rows = em.createNativeQuery(FIND).setParameter("id", client.value()).getResultList();
    return rows.stream().map(Object[].class::cast).map(ClientLogoRows::stored).findFirst();
  }

  /** The picture with this hash, as PNG. */
  @Transactional
  Optional<byte[]> image(String hash) {
    List<?> rows =
        em.createNativeQuery(IMAGE).setParameter("hash", hash).setMaxResults(1).getResultList();
    return rows.stream().map(row -> Base64.getDecoder().decode((String) row)).findFirst();
  }

  private static DueLogo due(Object... row) {
    var client = new ClientId((String) row[0]);
    return new DueLogo(client, URI.create((String) row[1]), ((Number) row[2]).intValue());
  }

  private static StoredLogo stored(Object... row) {
    return new StoredLogo((String) row[0], (String) row[1]);
  }
}
