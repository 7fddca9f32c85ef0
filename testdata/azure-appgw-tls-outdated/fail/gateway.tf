resource "azurerm_application_gateway" "portal" {
  name                = "portal"
  resource_group_name = "clinic"
  location            = "eastus2"

  ssl_policy {
    policy_type = "Predefined"
    policy_name = "AppGwSslPolicy20150501" # expect: fail
  }
}

resource "azurerm_application_gateway" "intake" {
  name                = "intake"
  resource_group_name = "clinic"
  location            = "eastus2"

  ssl_policy {
    policy_type          = "Custom"
    min_protocol_version = "TLSv1_1" # expect: fail
  }
}
