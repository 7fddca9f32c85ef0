resource "azurerm_container_app" "portal" {
  name                         = "portal"
  resource_group_name          = "clinic"
  container_app_environment_id = azurerm_container_app_environment.clinic.id
  revision_mode                = "Single"

  ingress {
    external_enabled = true
    target_port      = 8080
  }
}
