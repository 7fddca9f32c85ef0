variable "reader" {}

resource "google_storage_bucket_iam_member" "reader" {
  bucket = google_storage_bucket.records.name
  role   = "roles/storage.objectViewer"
  member = var.reader # expect: open
}
