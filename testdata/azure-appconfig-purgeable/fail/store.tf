resource "azurerm_app_configuration" "portal" { # expect: fail
  name                = "clinic-portal"
  resource_group_name = "clinic"
  location            = "eastus2"
}

resource "azurerm_app_configuration" "intake" {
  name                     = "clinic-intake"
  resource_group_name      = "clinic"
  location                 = "eastus2"
  purge_protection_enabled = false # expect: fail
}
