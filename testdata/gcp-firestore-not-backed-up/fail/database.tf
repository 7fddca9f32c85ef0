resource "google_firestore_database" "intake" { # expect: fail
  name        = "intake"
  location_id = "nam5"
  type        = "FIRESTORE_NATIVE"
}

resource "google_firestore_database" "letters" {
  name                              = "letters"
  location_id                       = "nam5"
  type                              = "FIRESTORE_NATIVE"
  point_in_time_recovery_enablement = "POINT_IN_TIME_RECOVERY_DISABLED" # expect: fail
}
