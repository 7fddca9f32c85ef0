variable "ingress" {}

resource "google_cloudfunctions_function" "intake" {
  name             = "intake"
  region           = "us-central1"
  runtime          = "nodejs20"
  ingress_settings = var.ingress # expect: open
}
