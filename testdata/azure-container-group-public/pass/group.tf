resource "azurerm_container_group" "intake" {
  name                = "intake"
  resource_group_name = "clinic"
  location            = "eastus2"
  os_type             = "Linux"
  ip_address_type     = "Private"
  subnet_ids          = [azurerm_subnet.data.id]
}
