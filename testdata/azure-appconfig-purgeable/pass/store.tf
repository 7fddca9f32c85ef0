resource "azurerm_app_configuration" "portal" {
  name                     = "clinic-portal"
  resource_group_name      = "clinic"
  location                 = "eastus2"
  purge_protection_enabled = true
}
