resource "google_service_account_key" "partner" {
  service_account_id = google_service_account.partner.name
  public_key_data    = "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t"
}
