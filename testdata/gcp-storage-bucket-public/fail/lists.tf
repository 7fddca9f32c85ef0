resource "google_storage_bucket_acl" "records" {
  bucket = google_storage_bucket.records.name

  role_entity = [
    "OWNER:project-owners-123456789",
    "READER:allUsers", # expect: fail
  ]
}

resource "google_storage_default_object_access_control" "records" {
  bucket = google_storage_bucket.records.name
  role   = "READER"
  entity = "allUsers" # expect: fail
}

resource "google_storage_bucket_acl" "letters" {
  bucket         = google_storage_bucket.letters.name
  predefined_acl = "publicRead" # expect: fail
}
