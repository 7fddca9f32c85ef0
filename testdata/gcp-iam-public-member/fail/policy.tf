data "google_iam_policy" "spanner" {

  binding {
    role    = "roles/spanner.databaseReader"
    members = ["allUsers"] # expect: fail
  }
}
