variable "policy" {}

resource "azurerm_application_gateway" "portal" {
  name                = "portal"
  resource_group_name = "clinic"
  location            = "eastus2"

  ssl_policy {
    policy_type = "Predefined"
    policy_name = var.policy # expect: open
  }
}
