resource "azurerm_network_security_group" "clinic" { # expect: open
  name                = "clinic"
  resource_group_name = "clinic"
  location            = "eastus2"
}

module "alerts" {
  source = "example.com/modules/activity-alerts"
}
