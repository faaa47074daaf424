package org.sallyport.platform.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mail that waits (it has a time of its next try), was sent, or was given up. It changes by the
 * conditional updates of {@link OutboxRows} alone.
 */
@Entity
@Table(name = "mail_outbox")
public class OutboxRow {
  // A day of tries, and a week in which somebody may ask for it.
  private static final Duration KEPT = Duration.ofDays(8);

  @Id private String id;

  @Column(name = "message_id")
  private String messageId;

  // For those who look for it; it goes to the one in the content.
  @SuppressWarnings("UnusedVariable")
  private String recipient;

  private String language;
  private String kind;
  private @Nullable String content;

  @Column(name = "created_at")
  private Instant createdAt;

  @SuppressWarnings("UnusedVariable") // asked for by queries
  @Column(name = "useful_until")
  private @Nullable Instant usefulUntil;

  @SuppressWarnings("UnusedVariable") // asked for by queries
  @Column(name = "next_try")
  private @Nullable Instant nextTry;

  private int tries;

  @SuppressWarnings("UnusedVariable") // asked for by queries
  private @Nullable String claim;

  @SuppressWarnings("UnusedVariable") // asked for by queries
  @Column(name = "sent_at")
  private @Nullable Instant sentAt;

  @SuppressWarnings("UnusedVariable") // asked for by queries
  @Column(name = "failed_at")
  private @Nullable Instant failedAt;

  @SuppressWarnings("UnusedVariable") // for those who look for it
  @Column(name = "last_error")
  private @Nullable String lastError;

  @SuppressWarnings("UnusedVariable") // asked for by queries
  @Column(name = "expires_at")
  private Instant expiresAt;

  protected OutboxRow() {}

  /**
   * A mail that is due at once.
   *
   * @param messageId begins with its primary key, a token of its own
   * @param content what it says, sealed
   */
  OutboxRow(String messageId, Mail mail, String content, Instant now) {
    this.id = messageId.substring(1, messageId.lastIndexOf('@'));
    this.messageId = messageId;
    this.recipient = mail.to().toString();
    this.language = MailTexts.language(mail.language()).toLanguageTag();
    this.kind = mail.kind();
    this.content = content;
    this.createdAt = now;
    this.usefulUntil = mail.usefulUntil().orElse(null);
    this.nextTry = now;
    this.expiresAt = now.plus(KEPT);
  }

  /** Its primary key. */
  String id() {
    return id;
  }

  /** Its {@code Message-ID}. */
  String messageId() {
    return messageId;
  }

  /** Its language. */
  Locale language() {
    return Locale.forLanguageTag(language);
  }

  /** Which texts it has. */
  String kind() {
    return kind;
  }

  /** What it says, sealed; nothing once it is sent or given up. */
  Optional<String> content() {
    return Optional.ofNullable(content);
  }

  /** When it was written. */
  Instant createdAt() {
    return createdAt;
  }

  /** How often it has been tried. */
  int tries() {
    return tries;
  }
}
