resource "google_project_iam_member" "deployer" {
  project = "clinic-prod"
  role    = "roles/iam.serviceAccountTokenCreator" # expect: fail
  member  = "serviceAccount:deployer@clinic-prod.iam.gserviceaccount.com"
}
