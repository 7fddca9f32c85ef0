resource "google_project" "records" {
  name       = "records"
  project_id = "clinic-records"
  folder_id  = "123456789"
}

resource "google_essential_contacts_contact" "security" {
  parent                              = "organizations/123456789"
  email                               = "security@clinic.example"
  language_tag                        = "en"
  notification_category_subscriptions = ["SECURITY"]
}
