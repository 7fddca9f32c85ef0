variable "password" {}

resource "google_redis_instance" "sessions" {
  name           = "sessions"
  region         = "us-central1"
  memory_size_gb = 2
  auth_enabled   = var.password # expect: open
}
