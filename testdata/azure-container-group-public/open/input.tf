variable "address" {}

resource "azurerm_container_group" "intake" {
  name                = "intake"
  resource_group_name = "clinic"
  location            = "eastus2"
  os_type             = "Linux"
  ip_address_type     = var.address # expect: open
}
