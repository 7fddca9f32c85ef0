variable "host_encryption" {}

resource "azurerm_linux_virtual_machine" "ehr" {
  name                       = "ehr"
  resource_group_name        = "clinic"
  location                   = "eastus2"
  size                       = "Standard_D2s_v5"
  admin_username             = "clinicadmin"
  encryption_at_host_enabled = var.host_encryption # expect: open
}
