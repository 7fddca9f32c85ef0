resource "google_storage_bucket_iam_member" "world" {
  bucket = google_storage_bucket.records.name
  role   = "roles/storage.objectViewer"
  member = "allUsers" # expect: fail
}

resource "google_storage_bucket_iam_binding" "world" {
  bucket = google_storage_bucket.records.name
  role   = "roles/storage.objectViewer"
  members = [
    "group:records@clinic.example",
    "allAuthenticatedUsers", # expect: fail
  ]
}
