variable "tls" {}

resource "google_redis_instance" "sessions" {
  name                    = "sessions"
  region                  = "us-central1"
  memory_size_gb          = 2
  transit_encryption_mode = var.tls # expect: open
}
