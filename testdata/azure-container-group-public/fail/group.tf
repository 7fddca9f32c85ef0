resource "azurerm_container_group" "intake" {
  name                = "intake"
  resource_group_name = "clinic"
  location            = "eastus2"
  os_type             = "Linux"
  ip_address_type     = "Public" # expect: fail
}

resource "azurerm_container_group" "forms" { # expect: fail
  name                = "forms"
  resource_group_name = "clinic"
  location            = "eastus2"
  os_type             = "Linux"
}
