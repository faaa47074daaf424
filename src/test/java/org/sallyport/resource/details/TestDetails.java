package org.sallyport.resource.details;

/** The authorization details of RFC 9396, and types that have them. */
public final class TestDetails {
  /** A payment (RFC 9396 §2, figure 2). */
  public static final String PAYMENT =
      """
      {"type": "payment_initiation", "actions": ["initiate", "status", "cancel"],
       "locations": ["https://example.com/payments"],
       "instructedAmount": {"currency": "EUR", "amount": "123.50"},
       "creditorName": "Merchant A",
       "creditorAccount": {"iban": "DE02100100109307118603"},
       "remittanceInformationUnstructured": "Ref Number Merchant"}
      """;

  /** A look at accounts (RFC 9396 §2, figure 3), wherever they are. */
  public static final String ACCOUNTS =
      """
      {"type": "account_information",
       "actions": ["list_accounts", "read_balances", "read_transactions"]}
      """;

  /** The section {@code authorization_details_types} that both are of. */
  public static final String TYPES =
      """
      [{"type": "payment_initiation", "resources": ["https://example.com/payments"],
        "title": "Make a payment", "title#de": "Eine Zahlung ausführen",
        "description": "From your account, once.", "sensitive": true,
        "text": "Pay {instructedAmount.amount} {instructedAmount.currency} to {creditorName}",
        "text#de": "{instructedAmount.amount} {instructedAmount.currency} an {creditorName} zahlen",
        "schema": {
          "properties": {
            "actions": {"items": {"enum": ["initiate", "status", "cancel"]}, "title": "Steps"},
            "locations": {"items": {"format": "uri"}, "title": "Where", "title#de": "Wo"},
            "instructedAmount": {
              "properties": {
                "currency": {"type": "string", "pattern": "^[A-Z]{3}$"},
                "amount": {"type": "string", "pattern": "^[0-9]{1,10}[.][0-9]{2}$"}},
              "required": ["currency", "amount"]},
            "creditorName": {"type": "string", "maxLength": 140},
            "creditorAccount": {"$ref": "#/$defs/account"},
            "remittanceInformationUnstructured": {"type": "string"}},
          "required": ["instructedAmount", "creditorName", "creditorAccount"],
          "$defs": {"account": {"properties": {"iban": {"type": "string"}}}}}},
       {"type": "account_information", "title": "See your accounts",
        "schema": {
          "properties": {
            "actions": {"items": {"enum": ["list_accounts", "read_balances", "read_transactions"]}},
            "locations": true},
          "required": ["actions"]}}]
      """;

  private TestDetails() {}

  /** The look at accounts, at these APIs. */
  public static String accountsAt(String... locations) {
    var all = "[\"" + String.join("\",\"", locations) + "\"]";
    return ACCOUNTS.replaceFirst("\\{", "{\"locations\": " + all + ", ");
  }

  /** An array of these objects, as the parameter has it. */
  public static String array(String... details) {
    return "[" + String.join(",", details) + "]";
  }
}
