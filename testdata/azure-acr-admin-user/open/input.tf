variable "admin" {}

resource "azurerm_container_registry" "images" {
  name                = "clinicimages"
  resource_group_name = "clinic"
  location            = "eastus2"
  sku                 = "Premium"
  admin_enabled       = var.admin # expect: open
}
