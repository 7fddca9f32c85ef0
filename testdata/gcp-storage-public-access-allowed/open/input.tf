variable "prevention" {}

resource "google_storage_bucket" "records" {
  name                     = "clinic-records"
  location                 = "US"
  public_access_prevention = var.prevention # expect: open
}
