resource "google_service_account_iam_member" "deployer" {
  service_account_id = google_service_account.portal.name
  role               = "roles/iam.serviceAccountUser"
  member             = "serviceAccount:deployer@clinic-prod.iam.gserviceaccount.com"
}

resource "google_project_iam_member" "deployer" {
  project = "clinic-prod"
  role    = "roles/run.developer"
  member  = "serviceAccount:deployer@clinic-prod.iam.gserviceaccount.com"
}

resource "google_project_iam_member" "push" {
  project = "clinic-prod"
  role    = "roles/iam.serviceAccountTokenCreator"
  member  = "serviceAccount:service-123456789@gcp-sa-pubsub.iam.gserviceaccount.com"
}
