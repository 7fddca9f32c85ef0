resource "azurerm_container_registry" "images" {
  name                          = "clinicimages"
  resource_group_name           = "clinic"
  location                      = "eastus2"
  sku                           = "Premium"
  public_network_access_enabled = true # expect: fail
}

resource "azurerm_container_registry" "tools" { # expect: fail
  name                = "clinictools"
  resource_group_name = "clinic"
  location            = "eastus2"
  sku                 = "Premium"
}
