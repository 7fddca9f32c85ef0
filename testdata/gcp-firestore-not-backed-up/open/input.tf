variable "recovery" {}

resource "google_firestore_database" "intake" {
  name                              = "intake"
  location_id                       = "nam5"
  type                              = "FIRESTORE_NATIVE"
  point_in_time_recovery_enablement = var.recovery # expect: open
}
