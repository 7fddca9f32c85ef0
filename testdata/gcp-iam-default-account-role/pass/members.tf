resource "google_project_iam_member" "portal" {
  project = "clinic-prod"
  role    = "roles/storage.objectViewer"
  member  = "serviceAccount:${google_service_account.portal.email}"
}

resource "google_service_account" "portal" {
  account_id = "portal"
}
