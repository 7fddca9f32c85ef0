variable "anonymous" {}

resource "azurerm_container_registry" "images" {
  name                   = "clinicimages"
  resource_group_name    = "clinic"
  location               = "eastus2"
  sku                    = "Premium"
  anonymous_pull_enabled = var.anonymous # expect: open
}
