resource "google_firestore_database" "intake" {
  name                              = "intake"
  location_id                       = "nam5"
  type                              = "FIRESTORE_NATIVE"
  point_in_time_recovery_enablement = "POINT_IN_TIME_RECOVERY_ENABLED"
}

resource "google_firestore_database" "letters" {
  name        = "letters"
  location_id = "nam5"
  type        = "FIRESTORE_NATIVE"
}

resource "google_firestore_backup_schedule" "letters" {
  database  = google_firestore_database.letters.name
  retention = "8467200s"

  daily_recurrence {}
}
