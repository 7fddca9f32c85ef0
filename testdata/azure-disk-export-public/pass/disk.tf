resource "azurerm_managed_disk" "records" {
  name                  = "records"
  resource_group_name   = "clinic"
  location              = "eastus2"
  storage_account_type  = "Premium_LRS"
  create_option         = "Empty"
  disk_size_gb          = 128
  network_access_policy = "DenyAll"
}

resource "azurerm_managed_disk" "letters" {
  name                          = "letters"
  resource_group_name           = "clinic"
  location                      = "eastus2"
  storage_account_type          = "Premium_LRS"
  create_option                 = "Empty"
  disk_size_gb                  = 128
  public_network_access_enabled = false
}
