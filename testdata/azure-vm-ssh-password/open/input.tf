variable "keys_only" {}

resource "azurerm_linux_virtual_machine" "ehr" {
  name                            = "ehr"
  resource_group_name             = "clinic"
  location                        = "eastus2"
  size                            = "Standard_D2s_v5"
  admin_username                  = "clinicadmin"
  disable_password_authentication = var.keys_only # expect: open
}
