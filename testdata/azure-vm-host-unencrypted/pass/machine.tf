variable "admin_password" {}

resource "azurerm_windows_virtual_machine" "ehr" {
  name                       = "ehr"
  resource_group_name        = "clinic"
  location                   = "eastus2"
  size                       = "Standard_D2s_v5"
  admin_username             = "clinicadmin"
  admin_password             = var.admin_password
  encryption_at_host_enabled = true
}
