resource "google_storage_bucket_iam_member" "nurses" {
  bucket = google_storage_bucket.records.name
  role   = "roles/storage.objectViewer"
  member = "group:nurses@clinic.example"
}

resource "google_storage_bucket_iam_binding" "app" {
  bucket  = google_storage_bucket.records.name
  role    = "roles/storage.objectViewer"
  members = ["serviceAccount:${google_service_account.portal.email}"]
}

resource "google_service_account" "portal" {
  account_id = "portal"
}

resource "google_storage_bucket_acl" "letters" {
  bucket         = google_storage_bucket.letters.name
  predefined_acl = "private"
}
