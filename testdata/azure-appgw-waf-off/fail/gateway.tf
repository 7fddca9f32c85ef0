resource "azurerm_application_gateway" "portal" { # expect: fail
  name                = "portal"
  resource_group_name = "clinic"
  location            = "eastus2"

  sku {
    name = "Standard_v2"
    tier = "Standard_v2"
  }
}

resource "azurerm_application_gateway" "intake" {
  name                = "intake"
  resource_group_name = "clinic"
  location            = "eastus2"

  waf_configuration {
    enabled       = false # expect: fail
    firewall_mode = "Prevention"
  }
}
