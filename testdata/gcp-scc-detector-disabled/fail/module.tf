resource "google_scc_management_project_security_health_analytics_custom_module" "keys" {
  display_name     = "old_keys"
  location         = "global"
  enablement_state = "DISABLED" # expect: fail
}
