resource "azurerm_container_registry" "images" {
  name                = "clinicimages"
  resource_group_name = "clinic"
  location            = "eastus2"
  sku                 = "Premium"
}

resource "azurerm_container_registry" "tools" {
  name                   = "clinictools"
  resource_group_name    = "clinic"
  location               = "eastus2"
  sku                    = "Premium"
  anonymous_pull_enabled = false
}
